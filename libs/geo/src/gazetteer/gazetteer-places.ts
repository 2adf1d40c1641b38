import { countries } from './countries.ts';
import type { PlaceRecord } from './place-record.ts';
import { portsOfEntry } from './ports-of-entry.ts';
import { postalCodesAndCounties } from './postal-codes.ts';
import { regionCenters } from './region-centers.ts';

/** Returns all places of the gazetteer: towns, postal codes, counties, states, countries and ports of
 * entry, each id once. */
export async function gazetteerPlaces(): Promise<PlaceRecord[]> {
  // Imported on demand: the package holds all towns of the world in memory once it is loaded.
  const { towns } = await import('./geonames-towns.ts');
  const cities = towns();
  const places = [
    ...cities,
    ...postalCodesAndCounties(),
    ...regionCenters(cities),
    ...countries,
    ...portsOfEntry(),
  ];
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

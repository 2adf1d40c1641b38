import { foldPlaceName } from '#contract';
import type { PlaceRecord } from './place-record.ts';

const namesByCode: Record<string, string[]> = {
  US: [
    'United States',
    'United States of America',
    'USA',
    'US',
    'America',
    'Estados Unidos',
    'Estados Unidos de América',
    'EE. UU.',
    'EEUU',
    'EUA',
    'Etazini',
    'États-Unis',
    'الولايات المتحدة',
    'أمريكا',
    'ایالات متحده',
    'آمریکا',
    'США',
    'Соединённые Штаты',
    '美国',
    '美國',
  ],
  MX: ['Mexico', 'MX', 'México', 'Meksik', 'Mexique', 'المكسيك', 'مکزیک', 'Мексика', '墨西哥'],
};

/** The names of both countries, folded, in the languages of the site, and abbreviated. */
export const countryNames: ReadonlyMap<string, string[]> = new Map(
  Object.entries(namesByCode).map(([code, names]) => [
    code,
    [...new Set(names.map(foldPlaceName))],
  ]),
);

/** Both countries as places, at the middle of their land. */
export const countries: PlaceRecord[] = [
  {
    code: 'US',
    name: 'United States',
    population: 331_000_000,
    longitude: -98.58,
    latitude: 39.83,
  },
  { code: 'MX', name: 'Mexico', population: 126_000_000, longitude: -102.55, latitude: 23.63 },
].map(({ code, ...place }) => ({
  ...place,
  id: code,
  kind: 'country',
  region: null,
  country: code,
}));

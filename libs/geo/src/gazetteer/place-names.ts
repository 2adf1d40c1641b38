import { foldPlaceName } from '#contract';
import { countryNames } from './countries.ts';
import { namesInScripts } from './names-in-scripts.ts';
import type { PlaceRecord } from './place-record.ts';
import { stateNames } from './state-names.ts';

/** From this population on, a Mexican town is also known as "Ciudad ...", like Juárez. */
const MIN_CITY_POPULATION = 100_000;

const shortForms: [pattern: RegExp, short: string][] = [
  [/^ciudad /, 'cd '],
  [/^ciudad /, ''],
  [/^saint /, 'st '],
  [/^fort /, 'ft '],
  [/^mount /, 'mt '],
  [/^heroica /, ''],
  [/^santiago de /, ''],
  [/^nuevo /, 'n '],
  [/^nuevo /, 'nvo '],
  [/^nuevo /, 'new '],
  [/^puente /, ''],
  [/ county$/, ' co'],
];

const alsoKnownAs: Record<string, string[]> = {
  'geonames:3530597': ['Ciudad de México', 'CDMX', 'DF', 'México D.F.'],
  'geonames:5128581': ['New York'],
  'geonames:4140963': ['Washington', 'Washington DC'],
};

/** Returns all spellings of a place's name, folded, without duplicates. */
export function namesOf(place: PlaceRecord): string[] {
  const { id, kind, name, region, country, population, otherNames = [] } = place;
  if (kind === 'postal_code') return [name.slice(0, 5)];
  if (kind === 'region') return stateNames.get(region as string) ?? [foldPlaceName(name)];
  if (kind === 'country') return countryNames.get(id) ?? [foldPlaceName(name)];
  const full = foldPlaceName(name);
  const long =
    country === 'MX' && (population ?? 0) >= MIN_CITY_POPULATION ? [`ciudad ${full}`] : [];
  const county = kind === 'county' ? [`condado de ${full.replace(/ county$/, '')}`] : [];
  const others = [...otherNames, ...(alsoKnownAs[id] ?? []), ...namesInScripts(place)];
  const spellings = [
    ...(full.startsWith('ciudad ') ? [full] : [full, ...long]),
    ...county,
    ...others.map(foldPlaceName),
  ];
  const short = spellings.flatMap((spelling) =>
    shortForms
      .filter(([form]) => form.test(spelling))
      .map(([form, short]) => spelling.replace(form, short)),
  );
  return [...new Set([...spellings, ...short])].filter((spelling) => spelling !== '');
}

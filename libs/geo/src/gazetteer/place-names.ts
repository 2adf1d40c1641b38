import { foldPlaceName } from '#contract';
import type { PlaceRecord } from './place-record.ts';
import { subdivisions } from './subdivisions.ts';

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
];

/** Returns all spellings of a place's name, folded, without duplicates. */
export function namesOf({ kind, name, region, country, population }: PlaceRecord): string[] {
  if (kind === 'postal_code') return [name.slice(0, 5)];
  if (kind === 'region') {
    const names = subdivisions.find(({ code }) => code === region)?.names;
    return [...new Set([name, names?.es ?? name].map(foldPlaceName))];
  }
  const full = foldPlaceName(name);
  const long =
    country === 'MX' && (population ?? 0) >= MIN_CITY_POPULATION ? [`ciudad ${full}`] : [];
  const spellings = full.startsWith('ciudad ') ? [full] : [full, ...long];
  const short = spellings.flatMap((spelling) =>
    shortForms
      .filter(([form]) => form.test(spelling))
      .map(([form, short]) => spelling.replace(form, short)),
  );
  return [...new Set([...spellings, ...short])].filter((spelling) => spelling !== '');
}

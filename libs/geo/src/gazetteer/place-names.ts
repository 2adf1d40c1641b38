import { foldPlaceName } from '#contract';
import type { PlaceRecord } from './place-record.ts';
import { subdivisions } from './subdivisions.ts';

/** From this population on, a Mexican town is also called "Ciudad ...", as Juárez is. */
const CITY_POPULATION = 100_000;

const shortForms: [pattern: RegExp, short: string][] = [
  [/^ciudad /, 'cd '],
  [/^ciudad /, ''],
  [/^saint /, 'st '],
  [/^fort /, 'ft '],
  [/^mount /, 'mt '],
  [/^heroica /, ''],
  [/^santiago de /, ''],
];

/** Every way to write the name of a place, folded, without repetition. */
export function namesOf({ kind, name, region, country, population }: PlaceRecord): string[] {
  if (kind === 'postal_code') return [name.slice(0, 5)];
  if (kind === 'region') {
    const names = subdivisions.find(({ code }) => code === region)?.names;
    return [...new Set([name, names?.es ?? name].map(foldPlaceName))];
  }
  const full = foldPlaceName(name);
  const long = country === 'MX' && (population ?? 0) >= CITY_POPULATION ? [`ciudad ${full}`] : [];
  const written = full.startsWith('ciudad ') ? [full] : [full, ...long];
  const short = written.flatMap((way) =>
    shortForms.filter(([form]) => form.test(way)).map(([form, short]) => way.replace(form, short)),
  );
  return [...new Set([...written, ...short])].filter((way) => way !== '');
}

import { foldPlaceName, type RegionCode } from '#contract';
import { subdivisions } from './subdivisions.ts';

/** One interpretation of a query: a name, and the state or country that follows it. */
export interface PlaceQuery {
  /** Folded. */
  name: string;
  /** The states that may be meant; null: any. */
  regions: RegionCode[] | null;
  country: string | null;
}

const countries = new Map([
  ['usa', 'US'],
  ['us', 'US'],
  ['united states', 'US'],
  ['estados unidos', 'US'],
  ['eeuu', 'US'],
  ['mexico', 'MX'],
  ['mx', 'MX'],
]);

// People in Mexico also use the postal abbreviations of the states.
const mexicanShortForms: Record<string, RegionCode> = {
  bc: 'MX-BCN',
  bcs: 'MX-BCS',
  chih: 'MX-CHH',
  coah: 'MX-COA',
  nl: 'MX-NLE',
  son: 'MX-SON',
  tamps: 'MX-TAM',
};

const regions = new Map<string, RegionCode>([
  ...Object.entries(mexicanShortForms),
  ...subdivisions.flatMap(({ code, names }): [string, RegionCode][] => [
    [foldPlaceName(names.en), code],
    [foldPlaceName(names.es), code],
    ...(code.startsWith('US-') ? [[code.slice(3).toLowerCase(), code] as [string, string]] : []),
  ]),
]);

const MAX_REGION_WORDS = 4;
const MIN_PREFIX_LENGTH = 3;
const ZIP_CODE = /^(\d{5})(-\d{4})?$/;
/** Each one is searched for: a town, state and country have three, and nothing sensible has more. */
const MAX_INTERPRETATIONS = 4;

/**
 * Returns at most four interpretations of a query, most likely first: `el paso tx` is El Paso in
 * Texas, or a place called "el paso tx".
 */
export function parsePlaceQuery(text: string): PlaceQuery[] {
  const zip = ZIP_CODE.exec(text.trim())?.[1];
  if (zip) return [{ name: zip, regions: null, country: 'US' }];
  const words = foldPlaceName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole = { name: words.join(' '), regions: null, country: null };
  return [...withSuffix(words, null).slice(0, MAX_INTERPRETATIONS - 1), whole];
}

/**
 * Interprets the last words as a state or a country; a state may stand before a country.
 *
 * @param country that follows the words; null: none
 */
function withSuffix(words: string[], country: string | null): PlaceQuery[] {
  const interpretations: PlaceQuery[] = [];
  for (let tail = Math.min(MAX_REGION_WORDS, words.length - 1); tail > 0; tail--) {
    const before = words.slice(0, -tail);
    const name = before.join(' ');
    const last = words.slice(-tail).join(' ');
    const regions = regionsStartingWith(last).filter((code) => code.startsWith(country ?? ''));
    if (regions.length > 0) interpretations.push({ name, regions, country });
    const named = country === null ? countries.get(last) : undefined;
    if (named) {
      interpretations.push(...withSuffix(before, named), { name, regions: null, country: named });
    }
  }
  return interpretations;
}

/** Returns the states with this name or prefix, such as `ariz` for Arizona. */
function regionsStartingWith(text: string): RegionCode[] {
  const exact = regions.get(text);
  if (exact) return [exact];
  if (text.length < MIN_PREFIX_LENGTH || countries.has(text)) return [];
  const matches = [...regions].filter(([name]) => name.startsWith(text)).map(([, code]) => code);
  return [...new Set(matches)];
}

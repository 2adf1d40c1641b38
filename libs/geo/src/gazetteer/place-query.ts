import { foldPlaceName, type RegionCode } from '#contract';
import { subdivisions } from './subdivisions.ts';

/** One interpretation of a query: a name, and the state or country that follows it. */
export interface PlaceQuery {
  /** Folded. */
  name: string;
  region: RegionCode | null;
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

/**
 * Returns the possible interpretations of a query, most likely first: `el paso tx` is El Paso in
 * Texas, or a place called "el paso tx".
 */
export function parsePlaceQuery(text: string): PlaceQuery[] {
  const zip = ZIP_CODE.exec(text.trim())?.[1];
  if (zip) return [{ name: zip, region: null, country: 'US' }];
  const words = foldPlaceName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const interpretations: PlaceQuery[] = [];
  for (let tail = Math.min(MAX_REGION_WORDS, words.length - 1); tail > 0; tail--) {
    const name = words.slice(0, -tail).join(' ');
    const last = words.slice(-tail).join(' ');
    const country = countries.get(last);
    for (const region of regionsStartingWith(last))
      interpretations.push({ name, region, country: null });
    if (country) {
      interpretations.push(...parsePlaceQuery(name).map((inner) => ({ ...inner, country })));
    }
  }
  return [...interpretations, { name: words.join(' '), region: null, country: null }];
}

/** Returns the states with this name or prefix, such as `ariz` for Arizona. */
function regionsStartingWith(text: string): RegionCode[] {
  const exact = regions.get(text);
  if (exact) return [exact];
  if (text.length < MIN_PREFIX_LENGTH || countries.has(text)) return [];
  const matches = [...regions].filter(([name]) => name.startsWith(text)).map(([, code]) => code);
  return [...new Set(matches)];
}

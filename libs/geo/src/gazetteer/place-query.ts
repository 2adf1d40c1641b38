import { foldPlaceName, type RegionCode } from '#contract';
import { subdivisions } from './subdivisions.ts';

/** One reading of what was typed: a name, and the state or country that follows it. */
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

// In Mexico people also write the states in the short forms of the postal service.
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

const LONGEST_REGION_WORDS = 4;
const MIN_LETTERS = 3;
const ZIP_CODE = /^(\d{5})(-\d{4})?$/;

/**
 * The readings of what a person typed, the likeliest first: `el paso tx` is El Paso in Texas, or a
 * place called "el paso tx".
 */
export function parsePlaceQuery(text: string): PlaceQuery[] {
  const zip = ZIP_CODE.exec(text.trim())?.[1];
  if (zip) return [{ name: zip, region: null, country: 'US' }];
  const words = foldPlaceName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const readings: PlaceQuery[] = [];
  for (let tail = Math.min(LONGEST_REGION_WORDS, words.length - 1); tail > 0; tail--) {
    const name = words.slice(0, -tail).join(' ');
    const last = words.slice(-tail).join(' ');
    const country = countries.get(last);
    for (const region of regionsWritten(last)) readings.push({ name, region, country: null });
    if (country) {
      readings.push(...parsePlaceQuery(name).map((inner) => ({ ...inner, country })));
    }
  }
  return [...readings, { name: words.join(' '), region: null, country: null }];
}

/** The states that a text names, or begins to name: `ariz` on the way to Arizona. */
function regionsWritten(text: string): RegionCode[] {
  const exact = regions.get(text);
  if (exact) return [exact];
  if (text.length < MIN_LETTERS || countries.has(text)) return [];
  const begun = [...regions].filter(([name]) => name.startsWith(text)).map(([, code]) => code);
  return [...new Set(begun)];
}

import { foldPlaceName, type RegionCode, westernDigits } from '#contract';
import { mexicanPostalCode } from './mexican-postal-code.ts';
import type { PlaceWords } from './place-words.ts';

/** One interpretation of a query: a name, and the state or country that it is in. */
export interface PlaceQuery {
  /** Folded. */
  name: string;
  /** The states that may be meant; null: any. */
  regions: RegionCode[] | null;
  country: string | null;
}

const MAX_REGION_WORDS = 5;
/** Each one is searched for: a town, state and country have three, and nothing sensible has more. */
const MAX_INTERPRETATIONS = 4;
const POSTAL_CODE = /(?<![\d-])(\d{5})(?:-\d{4})?(?![\d-])/g;
const HOUSE_NUMBER = /^\s*\d+\s/;
/** A town after a street that no comma ends has at most so many words. */
const MAX_TOWN_WORDS = 2;
const INITIALS = /(?<=^| )\p{L}(?: \p{L})+(?= |$)/gu;
const HAN = /^\p{Script=Han}+$/u;

/**
 * Returns at most four interpretations of a query, most likely first: a postal code in it, the whole text
 * as a name, its beginning with the state or country that it ends with.
 */
export function parsePlaceQuery(text: string, words: PlaceWords): PlaceQuery[] {
  const western = westernDigits(text);
  const code = [...western.matchAll(POSTAL_CODE)].at(-1);
  const rest = code ? western.replace(code[0], ' ') : western;
  const named = withoutStreet(rest).flatMap((part) => interpretations(part, words));
  const readings = code ? [...ofCode(code[0], named), ...named] : named;
  const unique = new Map(readings.map((reading) => [JSON.stringify(reading), reading]));
  return [...unique.values()].slice(0, MAX_INTERPRETATIONS);
}

/**
 * A U.S. ZIP code comes first, unless the text around it names Mexico or the town of the code; the Mexican
 * code is offered where nothing stands around it.
 *
 * @param written the code, and four more digits where it has them, which only ZIP codes do
 */
function ofCode(written: string, named: PlaceQuery[]): PlaceQuery[] {
  const code = written.slice(0, 5);
  const zip: PlaceQuery = { name: code, regions: null, country: 'US' };
  const mexican = written === code ? mexicanPostalCode(code) : undefined;
  if (!mexican) return [zip];
  const isMexican = named.some(
    ({ name, country, regions }) =>
      name === mexican.name || country === 'MX' || regions?.every((one) => one.startsWith('MX-')),
  );
  const inMexico = { name: mexican.name, regions: [mexican.region], country: 'MX' };
  if (isMexican) return [inMexico, zip];
  return named.length === 0 ? [zip, inMexico] : [zip];
}

/** Returns the parts of an address that may name its town; the text itself if it is none. */
function withoutStreet(text: string): string[] {
  const segments = text.split(',').filter((segment) => foldPlaceName(segment) !== '');
  if (!HOUSE_NUMBER.test(text)) return [text];
  return segments.length > 1 ? [segments.slice(1).join(' ')] : [text];
}

function interpretations(text: string, words: PlaceWords): PlaceQuery[] {
  const all = joinInitials(separated(foldPlaceName(text), words), words)
    .split(' ')
    .filter(Boolean);
  if (all.length === 0) return [];
  const whole = { name: all.join(' '), regions: null, country: null };
  const split = withSuffix(all, { words, country: null });
  const isStreet = HOUSE_NUMBER.test(text);
  const towns = isStreet ? split.flatMap(townsAtTheEnd) : split;
  if (isStreet) return [...towns, whole];
  // What stands before a comma is the name, even where a place has the whole text as its name.
  const divided = text.includes(',') ? foldPlaceName(text.slice(0, text.lastIndexOf(','))) : null;
  const atComma = split.filter(({ name }) => name === divided);
  return [...atComma, whole, ...split, ...beforeComma(text, split)];
}

/** Where what follows the comma is not understood, the name before it is better than nothing. */
function beforeComma(text: string, split: PlaceQuery[]): PlaceQuery[] {
  const name = foldPlaceName(text.split(',')[0] as string);
  const isUseful = split.length === 0 && text.includes(',') && name !== '';
  return isUseful ? [{ name, regions: null, country: null }] : [];
}

function townsAtTheEnd(reading: PlaceQuery): PlaceQuery[] {
  const all = reading.name.split(' ');
  return Array.from({ length: Math.min(MAX_TOWN_WORDS, all.length) }, (_, shorter) => ({
    ...reading,
    name: all.slice(-(MAX_TOWN_WORDS - shorter)).join(' '),
  }));
}

/** `tijuana b c` means `tijuana bc`. */
function joinInitials(folded: string, words: PlaceWords): string {
  return folded.replace(INITIALS, (initials) => {
    const joined = initials.replaceAll(' ', '');
    return words.isKnown(joined) ? joined : initials;
  });
}

/** Chinese addresses begin with the country and the state, without spaces. */
function separated(folded: string, words: PlaceWords): string {
  const leading = HAN.test(folded) ? words.leading(folded) : undefined;
  return leading ? `${separated(leading.rest, words)} ${leading.name}` : folded;
}

/**
 * Interprets the last words as a state or a country; a state may stand before a country.
 *
 * @param known the country that follows the words; null: none
 */
function withSuffix(
  all: string[],
  { words, country }: { words: PlaceWords; country: string | null },
): PlaceQuery[] {
  const readings: PlaceQuery[] = [];
  for (let tail = Math.min(MAX_REGION_WORDS, all.length - 1); tail > 0; tail--) {
    const before = all.slice(0, -tail);
    const name = before.join(' ');
    const last = all.slice(-tail).join(' ');
    const regions = words
      .regionsStartingWith(last)
      .filter((code) => code.startsWith(country ?? ''));
    if (regions.length > 0) readings.push({ name, regions, country });
    const named = country === null ? words.country(last) : undefined;
    if (named) {
      readings.push(...withSuffix(before, { words, country: named }));
      readings.push({ name, regions: null, country: named });
    }
  }
  return readings;
}

import type { Facility, Region } from '../directory/directory.ts';
import { foldPlaceName } from '../vocabulary/fold-place-name.ts';
import { isOneTypoAway } from '../vocabulary/one-typo.ts';

/** In shorter words a wrong letter leaves too little to know them by. */
const SHORTEST_MISTYPED = 4;

/**
 * Facilities by name, town, state or code of the detaining agency: those in which each word asked for
 * is or begins a word, else those where it does with one typo.
 *
 * @param regions for the names of states
 */
export function searchFacilities(
  text: string,
  facilities: Facility[],
  regions: Region[],
): Facility[] {
  const requested = foldPlaceName(text).split(' ').filter(Boolean);
  const wordsOf = ({ name, city, region: code, ice_code }: Facility): string[] => {
    const region = regions.find((one) => one.code === code);
    const names = Object.values(region?.names ?? {});
    return foldPlaceName([name, city, ice_code, ...names].join(' ')).split(' ');
  };
  const fitting = (fits: (word: string, known: string) => boolean): Facility[] =>
    facilities.filter((facility) => {
      const words = wordsOf(facility);
      return requested.every((word) => words.some((known) => fits(word, known)));
    });
  const exact = fitting((word, known) => known.startsWith(word));
  if (exact.length > 0) return exact;
  return fitting(
    (word, known) =>
      known.startsWith(word) || (word.length >= SHORTEST_MISTYPED && isOneTypoAway(word, known)),
  );
}

import type { Facility, Region } from '../directory/directory.ts';
import { foldPlaceName } from '../vocabulary/fold-place-name.ts';
import { isOneTypoAway } from '../vocabulary/one-typo.ts';

/** Shorter words are too ambiguous for typo matching. */
const MIN_TYPO_LENGTH = 4;

/**
 * Finds facilities by name, town, state or code of the detaining agency. Every query word must be a
 * prefix of a word of the facility; if nothing matches, one typo per word is allowed.
 *
 * @param regions provides the names of states
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
  const facilitiesMatching = (matches: (word: string, known: string) => boolean): Facility[] =>
    facilities.filter((facility) => {
      const words = wordsOf(facility);
      return requested.every((word) => words.some((known) => matches(word, known)));
    });
  const exact = facilitiesMatching((word, known) => known.startsWith(word));
  if (exact.length > 0) return exact;
  return facilitiesMatching(
    (word, known) =>
      known.startsWith(word) || (word.length >= MIN_TYPO_LENGTH && isOneTypoAway(word, known)),
  );
}

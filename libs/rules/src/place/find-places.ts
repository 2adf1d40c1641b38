import { isOneTypoAway, type Place } from '#contract';
import type { PlaceQuery } from './place-query.ts';
import type { FoundPlace, PlaceMatch } from './rank-places.ts';

/** A place in memory, with all spellings of its name, folded. */
export interface NamedPlace {
  place: Place;
  names: string[];
}

const MIN_PREFIX_LENGTH = 2;
const MIN_TYPO_LENGTH = 4;

/** Finds places in memory: those whose names begin as a reading, or where there are none, with one typo. */
export function findPlaces(places: NamedPlace[], readings: PlaceQuery[]): FoundPlace[] {
  const found = matching(places, readings, (known, name) => {
    if (known === name) return 'name';
    return name.length >= MIN_PREFIX_LENGTH && known.startsWith(name) ? 'prefix' : null;
  });
  if (found.length > 0) return found;
  return matching(places, readings, (known, name) => {
    const canHaveTypo = name.length >= MIN_TYPO_LENGTH && !/^\d/.test(name);
    return canHaveTypo && isOneTypoAway(known, name) ? 'typo' : null;
  });
}

function matching(
  places: NamedPlace[],
  readings: PlaceQuery[],
  matchOf: (known: string, name: string) => PlaceMatch | null,
): FoundPlace[] {
  return readings.flatMap(({ name, regions, country }, reading) =>
    places.flatMap(({ place, names }) => {
      if (country !== null && place.country !== country) return [];
      if (regions && !(place.region && regions.includes(place.region))) return [];
      const matches = names.map((known) => matchOf(known, name));
      const match = matches.includes('name') ? 'name' : matches.find((one) => one !== null);
      return match ? [{ place, match, reading }] : [];
    }),
  );
}

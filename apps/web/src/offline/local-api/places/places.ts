import type { Place } from '#contract';
import { findPlaces, ListedPositions, parsePlaceQuery, rankPlaces } from '#rules';
import type { Position } from '../ground-distance.ts';
import type { KnownPlaces } from './named-places.ts';

const MAX_PLACES = 7;

export interface PlaceSearchOptions {
  /** Where the directory lists something. */
  listed: Position[];
  /** Codes of states and countries whose places are preferred. */
  preferred: string[];
}

/** Finds the places that a text may refer to or begin, most likely first, by the rules of the server. */
export function searchPlaces(
  text: string,
  { places, words }: KnownPlaces,
  { listed, preferred }: PlaceSearchOptions,
): Place[] {
  const ports = places.flatMap(({ place }) => (place.kind === 'port_of_entry' ? [place] : []));
  const positions = new ListedPositions([...listed, ...ports]);
  const found = findPlaces(places, parsePlaceQuery(text, words));
  return rankPlaces(found, { listed: positions, preferred }).slice(0, MAX_PLACES);
}

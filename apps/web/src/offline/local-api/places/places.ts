import { borderSide, type Place } from '#contract';
import { findPlaces, ListedPositions, parsePlaceQuery, rankPlaces } from '#rules';
import type { Position } from '../ground-distance.ts';
import { distanceAndBearing } from '../ground-distance.ts';
import type { KnownPlaces } from './named-places.ts';
import type { Surroundings } from './surroundings.ts';

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

/**
 * Returns the state of a position: that of the nearest town in its country.
 */
export function regionAt(at: Position, { towns, border }: Surroundings): string | null {
  const country = border && borderSide(border, at);
  let nearest: { region: string | null; meters: number } | null = null;
  for (const { longitude, latitude, region } of towns) {
    if (Math.abs(latitude - at.latitude) > 3 || Math.abs(longitude - at.longitude) > 3) continue;
    if (country && !region?.startsWith(country)) continue;
    const meters = distanceAndBearing(at, { longitude, latitude }).distance_m;
    if (!nearest || meters < nearest.meters) nearest = { region, meters };
  }
  return nearest?.region ?? null;
}

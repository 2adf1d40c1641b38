import type { Town } from '../../map/layers/towns.ts';
import type { StoredSnapshot } from '../store/snapshot-store.ts';
import { distanceAndBearing } from './ground-distance.ts';
import { regionAt } from './places/region-at.ts';
import { loadSurroundings, type Surroundings } from './places/surroundings.ts';

const SURROUNDINGS_METERS = 50_000;

/** A position in the body of a request: WGS 84 degrees. */
export interface QueryPosition {
  lat: number;
  lon: number;
}

/** Whether a copy covers the surroundings of a position. */
export async function coversPosition(stored: StoredSnapshot, at: QueryPosition): Promise<boolean> {
  return stored.regions.length === 0 || coversSurroundings(stored, at, await loadSurroundings());
}

/**
 * Whether a copy of some states covers the surroundings of a position: its state, and all other
 * states nearby that have listings.
 *
 * @internal for tests of the rule with towns of their own
 */
export function coversSurroundings(
  { regions, vocabulary }: Pick<StoredSnapshot, 'regions' | 'vocabulary'>,
  { lat, lon }: QueryPosition,
  surroundings: Surroundings,
): boolean {
  const at = { latitude: lat, longitude: lon };
  const missing = vocabulary.regions
    .filter(({ code, count }) => count > 0 && !regions.includes(code))
    .map(({ code }) => code);
  const isMissing = (town: Town) => town.region !== null && missing.includes(town.region);
  return (
    regions.includes(regionAt(at, surroundings) ?? '') &&
    !surroundings.towns.some(
      (town) => isMissing(town) && distanceAndBearing(at, town).distance_m <= SURROUNDINGS_METERS,
    )
  );
}

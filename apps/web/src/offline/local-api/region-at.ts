import type { Town } from '../../map/layers/towns.ts';
import { distanceAndBearing, type Position } from './ground-distance.ts';

/** Returns the state of a position: that of the nearest town. */
export function regionAt(at: Position, towns: Town[]): string | null {
  let nearest: { region: string | null; meters: number } | null = null;
  for (const { longitude, latitude, region } of towns) {
    if (Math.abs(latitude - at.latitude) > 3 || Math.abs(longitude - at.longitude) > 3) continue;
    const meters = distanceAndBearing(at, { longitude, latitude }).distance_m;
    if (!nearest || meters < nearest.meters) nearest = { region, meters };
  }
  return nearest?.region ?? null;
}

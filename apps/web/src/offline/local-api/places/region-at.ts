import { borderSide } from '#contract';
import { distanceAndBearing, type Position } from '../ground-distance.ts';
import type { Surroundings } from './surroundings.ts';

/** Returns the state of a position: that of the nearest town in its country. */
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

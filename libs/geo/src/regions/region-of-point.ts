import type { RegionCode } from '#contract';
import { geodesic } from '../geometry/geodesic.ts';
import type { Point } from '../geometry/point.ts';
import { isWithin, type RegionShape, regionShapes } from './region-shapes.ts';

/** Returns the state that a point is in; null: it is in none of the United States or Mexico. */
export function regionOfPoint(point: Point): RegionCode | null {
  // The shapes of the United States are the more exact ones, and come first.
  return regionShapes().find((shape) => isWithin(point, shape))?.code ?? null;
}

/**
 * Returns how far a point is from a state, in meters; 0 within it.
 *
 * @returns null when the shape of the state is not known
 */
export function distanceToRegion(point: Point, code: RegionCode): number | null {
  const shape = regionShapes().find((one) => one.code === code);
  if (!shape) return null;
  return isWithin(point, shape) ? 0 : distanceToOutline(point, code);
}

/**
 * Returns how far a point is from the outline of a state, in meters, from within as from outside.
 *
 * @returns null when the shape of the state is not known
 */
export function distanceToOutline(point: Point, code: RegionCode): number | null {
  const shape = regionShapes().find((one) => one.code === code);
  return shape ? geodesic(point, nearestOf(point, shape)).distance_m : null;
}

/** The nearest point of the outline, on a plane around the point: good enough for a distance. */
function nearestOf({ longitude, latitude }: Point, { rings }: RegionShape): Point {
  const scale = Math.cos((latitude * Math.PI) / 180);
  let nearest = { longitude: 0, latitude: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [x1, y1] = ring[at - 1] as [number, number];
      const [x2, y2] = ring[at] as [number, number];
      const [dx, dy] = [(x2 - x1) * scale, y2 - y1];
      const [px, py] = [(longitude - x1) * scale, latitude - y1];
      const length = dx * dx + dy * dy;
      const part = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = (px - part * dx) ** 2 + (py - part * dy) ** 2;
      if (distance >= least) continue;
      least = distance;
      nearest = { longitude: x1 + part * (x2 - x1), latitude: y1 + part * (y2 - y1) };
    }
  }
  return nearest;
}

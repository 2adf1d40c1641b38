import type { RegionCode } from '#contract';
import { geodesic } from '../geometry/geodesic.ts';
import type { Point } from '../geometry/point.ts';
import { distanceToBorder, sideOfBorder } from './border.ts';
import { nearestOnLines } from './nearest-on-lines.ts';
import { isWithin, type RegionShape, regionShapes } from './region-shapes.ts';

/** The shapes of states may be as wrong as this, in meters: between Natural Earth and the border. */
const MAX_SHAPE_ERROR_METERS = 15_000;

/**
 * Returns the state that a point is in: first the country, by the border, then its state; null: it
 * is in none of the United States or Mexico.
 */
export function regionOfPoint(point: Point): RegionCode | null {
  const side = sideOfBorder(point);
  // The shapes of the United States are the more exact ones, and come first.
  const shapes = regionShapes().filter(({ code }) => !side || code.startsWith(side));
  const around = shapes.find((shape) => isWithin(point, shape));
  if (around) return around.code;
  // Between the border and the shapes of the states along it.
  if (!side || distanceToBorder(point) > MAX_SHAPE_ERROR_METERS) return null;
  const [nearest] = shapes
    .map((shape) => ({ code: shape.code, distance: distanceToShape(point, shape) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= MAX_SHAPE_ERROR_METERS ? nearest.code : null;
}

/**
 * Returns how far a point is from a state, in meters; 0 within it. From the other side of the border
 * it is at least as far as the border.
 *
 * @returns null when the shape of the state is not known
 */
export function distanceToRegion(point: Point, code: RegionCode): number | null {
  const shape = regionShapes().find((one) => one.code === code);
  if (!shape) return null;
  const side = sideOfBorder(point);
  const distance = isWithin(point, shape) ? 0 : distanceToShape(point, shape);
  if (side && !code.startsWith(side)) return Math.max(distance, distanceToBorder(point));
  return regionOfPoint(point) === code ? 0 : distance;
}

function distanceToShape(point: Point, { rings }: RegionShape): number {
  return geodesic(point, nearestOnLines(point, rings)).distance_m;
}

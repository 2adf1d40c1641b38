import { roundDegrees } from './point.ts';

/** WGS 84 degrees. `west` > `east` means that the box crosses the antimeridian (RFC 7946, 5.2). */
export interface BoundingBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * Parses `west,south,east,north` in WGS 84 degrees, the order of RFC 7946 and OGC API Features.
 * Returns null for anything else.
 */
export function parseBoundingBox(text: string): BoundingBox | null {
  const parts = text.split(',');
  if (parts.length !== 4 || parts.some((part) => part.trim() === '')) return null;
  const [west, south, east, north] = parts.map((part) => roundDegrees(Number(part))) as [
    number,
    number,
    number,
    number,
  ];
  const inRange =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return inRange ? { west, south, east, north } : null;
}

/** Returns the longitude ranges of a box: two if it crosses the antimeridian. */
export function longitudeSpans({ west, east }: BoundingBox): [number, number][] {
  if (west <= east) return [[west, east]];
  return [
    [west, 180],
    [-180, east],
  ];
}

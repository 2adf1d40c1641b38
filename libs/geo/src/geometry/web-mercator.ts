import type { Point } from './point.ts';

/** The maximum latitude of Web Mercator, whose world is a square. */
const MAX_LATITUDE = 85.05112877980659;

/** A position in the Web Mercator world as fractions of its width, from the top left corner. */
export interface MapFraction {
  x: number;
  y: number;
}

/** EPSG:3857 scaled to 0..1; points closer to a pole than 85.05 degrees are clamped to the edge. */
export function toMapFraction({ longitude, latitude }: Point): MapFraction {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

/** The inverse of `toMapFraction`, WGS 84 degrees. */
export function fromMapFraction({ x, y }: MapFraction): Point {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  };
}

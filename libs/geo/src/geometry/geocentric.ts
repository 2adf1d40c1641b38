import type { Point } from './point.ts';

/** Equatorial radius of WGS 84 in meters, and the square of its eccentricity. */
const RADIUS_METERS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

/** Meters from the center of the earth: x to 0° 0°, y to 0° 90° east, z to the north pole. */
export type Geocentric = [x: number, y: number, z: number];

/** Converts a point of the WGS 84 ellipsoid; must match the database function of the same name. */
export function geocentric({ longitude, latitude }: Point): Geocentric {
  const east = (longitude * Math.PI) / 180;
  const north = (latitude * Math.PI) / 180;
  const n = RADIUS_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(north) ** 2);
  const fromAxis = n * Math.cos(north);
  return [
    fromAxis * Math.cos(east),
    fromAxis * Math.sin(east),
    n * (1 - ECCENTRICITY_SQUARED) * Math.sin(north),
  ];
}

/** Returns the straight-line distance between two points in meters. */
export function chordDistance(a: Geocentric, b: Geocentric): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

import geographicLib from 'geographiclib-geodesic';
import type { Point } from './point.ts';

const { DISTANCE, AZIMUTH, WGS84 } = geographicLib.Geodesic;

/** The shortest path along the ellipsoid from one point to another. */
export interface Geodesic {
  distance_m: number;
  /** Initial bearing, clockwise from north, 0 to 360; null between a point and itself. */
  bearing_deg: number | null;
}

/**
 * Computes the geodesic on the WGS 84 ellipsoid, exact to nanometers (Karney, "Algorithms for
 * geodesics", 2013).
 */
export function geodesic(from: Point, to: Point): Geodesic {
  const { s12 = 0, azi1 = 0 } = WGS84.Inverse(
    from.latitude,
    from.longitude,
    to.latitude,
    to.longitude,
    DISTANCE | AZIMUTH,
  );
  return { distance_m: s12, bearing_deg: s12 === 0 ? null : (azi1 + 360) % 360 };
}

/** Maximum radius of curvature of the WGS 84 ellipsoid, at the poles: a²/b, meters. */
const MAX_RADIUS_METERS = 6_399_593.626;

/**
 * Returns the minimum geodesic distance in meters of two points whose straight-line distance is
 * `chordMeters`. A flatter arc over the same chord is shorter, and no arc on WGS 84 is flatter than
 * one with the maximum radius of curvature.
 */
export function minimumGroundDistance(chordMeters: number): number {
  const half = Math.min(1, chordMeters / (2 * MAX_RADIUS_METERS));
  return 2 * MAX_RADIUS_METERS * Math.asin(half);
}

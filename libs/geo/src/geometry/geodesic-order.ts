/** Largest radius of curvature of the WGS 84 ellipsoid, at the poles: a²/b, metres. */
const LARGEST_RADIUS_METRES = 6_399_593.626;

/**
 * The least distance along the ground, in metres, that two points can have whose straight distance
 * through the earth is `chordMetres`. A flatter arc over the same chord is a shorter one, and no arc
 * on WGS 84 is flatter than one with its largest radius of curvature.
 */
export function minimumGroundDistance(chordMetres: number): number {
  const half = Math.min(1, chordMetres / (2 * LARGEST_RADIUS_METRES));
  return 2 * LARGEST_RADIUS_METRES * Math.asin(half);
}

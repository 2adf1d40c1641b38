/** WGS 84 degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/**
 * Rounds degrees to a tenth of a millimeter on the ground, which is more precise than any
 * coordinate and avoids tiny numbers that the database rejects.
 */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}

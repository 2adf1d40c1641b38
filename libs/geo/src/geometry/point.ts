/** WGS 84 degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/**
 * Degrees to a tenth of a millimetre on the ground: all that a coordinate can mean, and never so
 * small a number that a database refuses it.
 */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}

/** WGS 84 degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** True for finite degrees in range: longitude -180 to 180, latitude -90 to 90. */
export function isPoint({ longitude, latitude }: Point): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** WGS 84 degrees, rounded to 0.01: within about a kilometer of the real position. */
export interface RoundedPosition {
  longitude: number;
  latitude: number;
}

/**
 * Rounds a position; only the result may leave the device.
 * @internal for its test, which has no device position
 */
export function roundPosition({ longitude, latitude }: RoundedPosition): RoundedPosition {
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return { longitude: round(longitude), latitude: round(latitude) };
}

/** Requests the position of the device. Rejects if the visitor denies it or it is unavailable. */
export async function devicePosition(): Promise<RoundedPosition> {
  return await new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roundPosition(coords)),
      reject,
      { enableHighAccuracy: false, timeout: 20_000, maximumAge: 300_000 },
    );
  });
}

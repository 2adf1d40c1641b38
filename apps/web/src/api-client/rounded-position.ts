/** WGS 84 degrees, rounded to 0.01: within about a kilometre of the true place. */
export interface RoundedPosition {
  longitude: number;
  latitude: number;
}

/**
 * All that may leave the device of its position.
 * @internal for its test: no device that gives a position is at hand there
 */
export function roundPosition({ longitude, latitude }: RoundedPosition): RoundedPosition {
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return { longitude: round(longitude), latitude: round(latitude) };
}

/** Asks the device where it is. Rejects when the reader says no or the device cannot tell. */
export async function devicePosition(): Promise<RoundedPosition> {
  return await new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roundPosition(coords)),
      reject,
      { enableHighAccuracy: false, timeout: 20_000, maximumAge: 300_000 },
    );
  });
}

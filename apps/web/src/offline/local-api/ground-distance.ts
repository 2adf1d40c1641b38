import type { Listing } from '#contract';

/** Equatorial radius of WGS 84 in meters, and its flattening. */
const EQUATOR_METERS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;

/** WGS 84 degrees. */
export interface Position {
  longitude: number;
  latitude: number;
}

export interface DistanceAndBearing {
  distance_m: number;
  /** Initial bearing, clockwise from north, 0 to 359; null between a point and itself. */
  bearing_deg: number | null;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Computes the distance on the ellipsoid with Lambert's formula for long lines, accurate to some
 * ten meters anywhere along the border, and the bearing of the great circle.
 */
export function distanceAndBearing(from: Position, to: Position): DistanceAndBearing {
  const [a, b] = [reducedLatitude(from), reducedLatitude(to)];
  const eastward = radians(to.longitude - from.longitude);
  const angle = centralAngle(a, b, eastward);
  if (angle === 0) return { distance_m: 0, bearing_deg: null };
  const [p, q] = [(a + b) / 2, (b - a) / 2];
  const x =
    ((angle - Math.sin(angle)) * (Math.sin(p) * Math.cos(q)) ** 2) / Math.cos(angle / 2) ** 2;
  const y =
    ((angle + Math.sin(angle)) * (Math.cos(p) * Math.sin(q)) ** 2) / Math.sin(angle / 2) ** 2;
  return {
    distance_m: EQUATOR_METERS * (angle - (FLATTENING / 2) * (x + y)),
    bearing_deg: bearing(radians(from.latitude), radians(to.latitude), eastward),
  };
}

function reducedLatitude({ latitude }: Position): number {
  return Math.atan((1 - FLATTENING) * Math.tan(radians(latitude)));
}

/** Uses the haversine formula, which is accurate for nearby points. */
function centralAngle(a: number, b: number, eastward: number): number {
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(eastward / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

function bearing(from: number, to: number, eastward: number): number {
  const y = Math.sin(eastward) * Math.cos(to);
  const x = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(eastward);
  return (Math.round((Math.atan2(y, x) * 180) / Math.PI) + 360) % 360;
}

/** Sorts listings by distance, and adds distance and bearing to each. */
export function nearest(listings: Listing[], at: Position): Listing[] {
  return listings
    .flatMap((listing) => {
      const { longitude, latitude } = listing.location ?? {};
      if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
      return [{ ...listing, ...distanceAndBearing(at, { longitude, latitude }) }];
    })
    .sort((a, b) => a.distance_m - b.distance_m || (a.id < b.id ? -1 : 1));
}

import type { PlaceCheck, PlaceWarning, RegionCode } from '#contract';
import { distanceToRegion, geodesic, type Point, regionOfPoint } from '#geo';

/** A point that is on record. */
export interface NamedPoint extends Point {
  name: string;
}

/** What is known about where a place should be. */
export interface KnownPoints {
  /** Where others with the same address are. */
  sameAddress: NamedPoint[];
  /** The center of a town at the point itself. */
  town: NamedPoint | null;
}

/** Nothing is at the point where equator and first meridian meet. */
const NEAR_ZERO_DEGREES = 0.1;
/**
 * The outlines of states of the United States are good to some hundred meters, those of Mexico to
 * some kilometers, and the border between the countries to some ten meters.
 */
const TOLERANCE_METERS = { US: 500, MX: 12_000, border: 50 };
const SAME_ADDRESS_METERS = 300;

/** Returns what may be wrong with the point of a place, the worst first. */
export function placeWarnings(check: PlaceCheck, known: KnownPoints): PlaceWarning[] {
  const { point, region, precision } = check;
  if (
    Math.abs(point.longitude) < NEAR_ZERO_DEGREES &&
    Math.abs(point.latitude) < NEAR_ZERO_DEGREES
  ) {
    return [warning('at_zero')];
  }
  const outside = region === null ? null : outsideWarning(point, region);
  const warnings = outside ? [outside] : [];
  if (known.town && precision !== 'city') {
    warnings.push(warning('town_center', { name: known.town.name }));
  }
  const [nearest] = known.sameAddress
    .map((other) => ({ other, distance_m: geodesic(point, other).distance_m }))
    .sort((a, b) => a.distance_m - b.distance_m);
  if (nearest && nearest.distance_m > SAME_ADDRESS_METERS) {
    const { name, longitude, latitude } = nearest.other;
    const distance_m = Math.round(nearest.distance_m);
    warnings.push(
      warning('far_from_address', { distance_m, name, point: { longitude, latitude } }),
    );
  }
  return warnings;
}

function outsideWarning(point: Point, region: string): PlaceWarning | null {
  const distance = distanceOutside(point, region);
  if (distance === null || distance === 0) return null;
  const turned = turnedPoints(point).find((other) => distanceOutside(other, region) === 0);
  if (turned) return warning('swapped', { point: turned });
  const found = regionOfPoint(point);
  const isAbroad = found?.slice(0, 2) !== region.slice(0, 2);
  return warning(isAbroad ? 'outside_country' : 'outside_region', {
    region: found,
    distance_m: Math.round(distance),
  });
}

/**
 * How far a point is outside of a state; 0 within it, or as near as its outline is good for.
 *
 * @returns null when the state is not known
 */
function distanceOutside(point: Point, region: string): number | null {
  const distance = distanceToRegion(point, region as RegionCode);
  if (distance === null) return null;
  const found = regionOfPoint(point);
  const country = region.startsWith('MX-') ? 'MX' : 'US';
  const tolerance = TOLERANCE_METERS[found && !found.startsWith(country) ? 'border' : country];
  return distance <= tolerance ? 0 : distance;
}

/** The points that people mean who mix up the order or forget that west is negative. */
function turnedPoints({ longitude, latitude }: Point): Point[] {
  return [
    { longitude: -longitude, latitude },
    { longitude: latitude, latitude: longitude },
    { longitude: -latitude, latitude: longitude },
    { longitude: latitude, latitude: -longitude },
  ].filter(({ latitude: north }) => Math.abs(north) <= 90);
}

function warning(
  code: PlaceWarning['code'],
  details: Partial<Omit<PlaceWarning, 'code'>> = {},
): PlaceWarning {
  return { code, region: null, distance_m: null, point: null, name: null, ...details };
}

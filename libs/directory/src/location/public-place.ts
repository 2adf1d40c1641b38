import type { ListingLocation, PointPrecision, Visibility } from '#contract';
import type { Point } from '#geo';

/** The complete record of a place, including its private parts. */
export interface LocationRecord {
  name: string | null;
  visibility: Visibility;
  address: string | null;
  city: string;
  postal_code: string | null;
  region: string;
  country: string;
  point: Point | null;
  point_precision: PointPrecision | null;
  /** The center of the town, from the gazetteer. */
  town: Point | null;
}

/** The public part of a place, and the point where it is drawn. */
export interface PublicPlace {
  location: ListingLocation;
  point: Point | null;
}

/**
 * The only rule for what is published about a place; every output is derived from its result.
 *
 * A place whose area only is public gets the center of its town, never a point derived from the
 * real one: distances and sort orders are measured from that center, so that no series of requests
 * can locate the building. A hidden place only has its state.
 */
export function publicPlace(record: LocationRecord): PublicPlace {
  if (record.visibility === 'hidden') return hidden(record);
  if (record.visibility === 'area') return area(record);
  const point = record.point ?? record.town;
  return {
    point,
    location: {
      name: record.name,
      address: record.address,
      city: record.city,
      postal_code: record.postal_code,
      region: record.region,
      country: record.country,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      precision: point === record.point ? record.point_precision : 'city',
      visibility: 'exact',
    },
  };
}

function area(record: LocationRecord): PublicPlace {
  return {
    point: record.town,
    location: {
      name: null,
      address: null,
      city: record.city,
      postal_code: null,
      region: record.region,
      country: record.country,
      latitude: record.town?.latitude ?? null,
      longitude: record.town?.longitude ?? null,
      precision: record.town ? 'city' : null,
      visibility: 'area',
    },
  };
}

function hidden(record: LocationRecord): PublicPlace {
  return {
    point: null,
    location: {
      name: null,
      address: null,
      city: null,
      postal_code: null,
      region: record.region,
      country: record.country,
      latitude: null,
      longitude: null,
      precision: null,
      visibility: 'hidden',
    },
  };
}

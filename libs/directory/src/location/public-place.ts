import type { Address, ListingLocation, PointPrecision, Visibility } from '#contract';
import type { Point } from '#geo';

/** The complete record of a place, including its private parts. */
export interface LocationRecord {
  name: string | null;
  visibility: Visibility;
  /** The first is the place's main address. */
  addresses: Address[];
  point: Point | null;
  point_precision: PointPrecision | null;
  /** The center of the town, from the gazetteer. */
  town: Point | null;
  accessibility: string[];
}

/** The public part of a place, and the point where it is drawn. */
export interface PublicPlace {
  location: ListingLocation;
  point: Point | null;
}

// Other addresses and notes on access would tell where the building is.
const withheld = {
  name: null,
  address: null,
  city: null,
  postal_code: null,
  latitude: null,
  longitude: null,
  precision: null,
  other_addresses: [],
  accessibility: [],
} satisfies Partial<ListingLocation>;

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
  const [main, ...others] = record.addresses;
  return {
    point,
    location: {
      name: record.name,
      address: main?.address ?? null,
      city: main?.city ?? null,
      postal_code: main?.postal_code ?? null,
      region: main?.region ?? null,
      country: main?.country ?? null,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      precision: point === record.point ? record.point_precision : 'city',
      visibility: 'exact',
      other_addresses: others,
      accessibility: record.accessibility,
    },
  };
}

function area({ addresses, town }: LocationRecord): PublicPlace {
  return {
    point: town,
    location: {
      ...withheld,
      city: addresses[0]?.city ?? null,
      region: addresses[0]?.region ?? null,
      country: addresses[0]?.country ?? null,
      latitude: town?.latitude ?? null,
      longitude: town?.longitude ?? null,
      precision: town ? 'city' : null,
      visibility: 'area',
    },
  };
}

function hidden({ addresses }: LocationRecord): PublicPlace {
  return {
    point: null,
    location: {
      ...withheld,
      region: addresses[0]?.region ?? null,
      country: addresses[0]?.country ?? null,
      visibility: 'hidden',
    },
  };
}

import type { TileOffer } from '../http/tiles.ts';
import type { PointPrecision } from '../vocabulary/codes.ts';

/** A place whose point is looked at before it is stored. */
export interface PlaceCheck {
  /** WGS 84 degrees. */
  point: { longitude: number; latitude: number };
  precision: PointPrecision | null;
  /** Street and number; null: not known. */
  address_1: string | null;
  city: string | null;
  /** ISO 3166-2. */
  region: string | null;
  /** Of a record that is stored already: its own point is not compared with it. */
  place_id?: string;
}

/**
 * What may be wrong with a point. `swapped`: longitude and latitude, or the sign of the longitude;
 * `town_center`: the point is said to be the building's, and is that of its town;
 * `far_from_address`: another record has this address elsewhere.
 */
export const placeWarningCodes = [
  'at_zero',
  'swapped',
  'outside_country',
  'outside_region',
  'town_center',
  'far_from_address',
] as const;

/** Something to look at again; it keeps nobody from saving. */
export interface PlaceWarning {
  code: (typeof placeWarningCodes)[number];
  /** The state that the point is in, where that is what is wrong. */
  region: string | null;
  /** How far from where it should be, in meters. */
  distance_m: number | null;
  /** Where it would be right, where that is known. */
  point: { longitude: number; latitude: number } | null;
  /** The record that has the same address, or the town. */
  name: string | null;
}

export interface PlaceWarnings {
  warnings: PlaceWarning[];
}

/** The street tiles on maps of the console. */
export interface ConsoleTiles {
  /** On maps of places whose address is public. */
  public: TileOffer | null;
  /** On maps of private places: a file of this server alone, since a provider learns what is looked at. */
  private: TileOffer | null;
}

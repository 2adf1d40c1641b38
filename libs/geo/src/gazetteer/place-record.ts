import type { PlaceKind, RegionCode } from '#contract';
import type { Point } from '../geometry/point.ts';

/** A place of the source data sets. */
export interface PlaceRecord extends Point {
  /**
   * `geonames:5520993` for a town, `US:79901` for a postal code, `US-TX` for a state, `US` for a country,
   * `county:US-AZ:Pima`, `port:san-ysidro`.
   */
  id: string;
  kind: PlaceKind;
  name: string;
  region: RegionCode | null;
  country: string;
  population: number | null;
  /** What people call it besides, as written. */
  otherNames?: string[];
}

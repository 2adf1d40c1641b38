import type { ListingStatus } from '#contract';

/** OR between values, AND between filters; an empty list does not filter. */
export interface ListingFilter {
  service: string[];
  /** Region of the place; for help without a place, the regions it serves. */
  region: string[];
  serves: string[];
  language: string[];
  cost: string[];
  /** Who is accepted, according to a source. */
  accepts: string[];
  /** Empty: everything except closed listings. */
  status: (ListingStatus | 'any')[];
  /** Open at this time, if the hours are known. */
  openAt: Date | null;
  /** Open at this minute of the local week; 0 is Monday 00:00. */
  openAtMinute: number | null;
  /** Only help that needs no visit: by phone or online. */
  remote: boolean;
  /** The beginning of a minute. */
  verifiedSince: Date | null;
}

export const emptyListingFilter: ListingFilter = {
  service: [],
  region: [],
  serves: [],
  language: [],
  cost: [],
  accepts: [],
  status: [],
  openAt: null,
  openAtMinute: null,
  remote: false,
  verifiedSince: null,
};

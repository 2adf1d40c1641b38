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
  /** Open at this time on the clocks of the place, `2026-11-28T18:00`. */
  openAtLocal: string | null;
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
  openAtLocal: null,
  remote: false,
  verifiedSince: null,
};

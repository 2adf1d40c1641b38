import type { ListingStatus } from '#contract';

/** OR within a name, AND between names; an empty list asks for nothing. */
export interface ListingFilter {
  service: string[];
  /** Where the place is; for help without a place, the regions it serves. */
  region: string[];
  serves: string[];
  language: string[];
  cost: string[];
  /** Who is received: only what a source says. */
  accepts: string[];
  /** Empty: everything but what has closed. */
  status: (ListingStatus | 'any')[];
  /** Open at this moment, as far as the hours are known. */
  openAt: Date | null;
  /** Open at this minute of the week on the clocks of the place, 0 being Monday 00:00. */
  openAtMinute: number | null;
  /** Only help that needs no visit: by phone or online. */
  remote: boolean;
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

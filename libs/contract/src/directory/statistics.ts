import type { Freshness, ListingStatus } from '../vocabulary/codes.ts';

export const sourceKinds = ['own', 'government', 'other', 'unlinked'] as const;
/** `own`: a page of the organization itself; `unlinked`: seen, but without a public address. */
export type SourceKind = (typeof sourceKinds)[number];

export const statisticsDays = 30;

/** Counts that show how reliable the directory is. */
export interface Statistics {
  /** RFC 3339: when it was counted. */
  at: string;
  listings: {
    total: number;
    /** Listings that have not closed. */
    by_freshness: Record<Freshness, number>;
    by_status: Record<ListingStatus, number>;
  };
  /** Sources of all records. */
  sources: Record<SourceKind, number>;
  /** Records created, updated and deleted in the last 30 days; each record counts once per kind. */
  changes: { created: number; updated: number; deleted: number };
}

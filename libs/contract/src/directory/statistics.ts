import type { Freshness, ListingStatus } from '../vocabulary/codes.ts';

export const sourceKinds = ['own', 'government', 'other', 'unlinked'] as const;
/** `own`: a page of the organization itself; `unlinked`: seen, but without a public address. */
export type SourceKind = (typeof sourceKinds)[number];

export const statisticsDays = 30;

/** How far the whole directory can be trusted, counted from itself. */
export interface Statistics {
  /** RFC 3339: when it was counted. */
  at: string;
  listings: {
    total: number;
    /** Of those that have not closed. */
    by_freshness: Record<Freshness, number>;
    by_status: Record<ListingStatus, number>;
  };
  /** Of all records. */
  sources: Record<SourceKind, number>;
  /** Records that came, changed and went in the last 30 days; each once in each. */
  changes: { created: number; updated: number; deleted: number };
}

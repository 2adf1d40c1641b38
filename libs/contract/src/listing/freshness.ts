import type { Freshness } from '../vocabulary/codes.ts';

/** How long after its due date a listing is due and not yet overdue: 90 days, in milliseconds. */
const GRACE_MS = 90 * 24 * 60 * 60 * 1000;

/** Computes how far a listing is past the date by which it should have been verified again. */
export function freshnessAt(now: Date, verifiedAt: Date | null, dueAt: Date | null): Freshness {
  return freshnessOf(now.getTime(), verifiedAt && dueAt ? dueAt.getTime() : Number.NaN);
}

/**
 * The same of numbers.
 *
 * @param now milliseconds since 1970
 * @param due milliseconds since 1970; NaN for a listing that was never verified
 */
export function freshnessOf(now: number, due: number): Freshness {
  if (Number.isNaN(due)) return 'never';
  if (now < due) return 'fresh';
  return now < due + GRACE_MS ? 'due' : 'overdue';
}

import type { Freshness } from '../vocabulary/codes.ts';

/** How long after its due date a listing is due and not yet overdue: 90 days, in milliseconds. */
const GRACE_MS = 90 * 24 * 60 * 60 * 1000;

/** Computes how far a listing is past the date by which it should have been verified again. */
export function freshnessAt(now: Date, verifiedAt: Date | null, dueAt: Date | null): Freshness {
  if (!verifiedAt || !dueAt) return 'never';
  if (now < dueAt) return 'fresh';
  return now.getTime() < dueAt.getTime() + GRACE_MS ? 'due' : 'overdue';
}

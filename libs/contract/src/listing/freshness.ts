import type { Freshness } from '../vocabulary/codes.ts';

/** How long a listing whose next check has passed is merely due: 90 days, in milliseconds. */
const GRACE_MS = 90 * 24 * 60 * 60 * 1000;

/** How far a listing is past the date by which it should have been checked again. */
export function freshnessAt(now: Date, verifiedAt: Date | null, dueAt: Date | null): Freshness {
  if (!verifiedAt || !dueAt) return 'never';
  if (now < dueAt) return 'fresh';
  return now.getTime() < dueAt.getTime() + GRACE_MS ? 'due' : 'overdue';
}

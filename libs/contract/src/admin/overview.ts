import type { SuggestionOrigin } from './suggestion-review.ts';
import type { VerificationHarm, VerifiedKind } from './verification.ts';

/** How many records of a kind are confirmed. The three add up to all of them. */
export interface ConfirmedCounts {
  kind: VerifiedKind;
  confirmed: number;
  due: number;
  never: number;
}

/** What there is to do, of the records that an account may read. */
export interface Overview {
  records: ConfirmedCounts[];
  /** What waits for a verification, the most harmful first; null: the account does not verify. */
  queue: { harm: VerificationHarm; count: number }[] | null;
  /** What waits for review; null: the account does not review. */
  suggestions: { origin: SuggestionOrigin; count: number }[] | null;
  /** Records by the day of their last change, the last seven days, the oldest first. */
  changed: { day: string; count: number }[];
  /** What the account looks after. */
  assigned: { total: number; due: number };
}

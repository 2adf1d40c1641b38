import type { DueState, EditedKind } from '#contract';
import { type Access, inScope, scopeParameter } from './author.ts';

/** Which records of a list are meant; null: whatever it is. */
export interface RecordFilter {
  kind: EditedKind | null;
  /** Words that a name or the slug contains. */
  q: string | null;
  status: string | null;
  /** A code of ISO 3166-2. */
  region: string | null;
  /** A code of the vocabulary. */
  service: string | null;
  due: DueState | null;
  /** Id of an account, or `nobody`. */
  assigned: string | null;
  /** Changed by somebody on one of so many days (UTC), today included. */
  changedWithinDays: number | null;
}

/**
 * SQL for whether somebody looks after a row of `record_summary`.
 *
 * @param parameter the number of the parameter with the id of an account, or `nobody`; null: whoever
 */
export function assignedTo(parameter: number): string {
  const who = `$${parameter}::text`;
  return `(${who} IS NULL OR CASE WHEN ${who} = 'nobody'
    THEN NOT EXISTS (SELECT FROM assignment WHERE record_id = record_summary.id)
    ELSE record_summary.id IN (SELECT record_id FROM assignment
      WHERE assignee_id = nullif(${who}, 'nobody')::uuid) END)`;
}

/**
 * SQL for whether a row of `record_summary` fits, with its parameters from $1: the time of the
 * request, the scope, and the filter without its kind.
 */
export const FITS = `${inScope(2)}
  AND ($3::text IS NULL OR status = $3)
  AND ($4::text IS NULL OR (kind <> 'guide' AND $4 = CASE WHEN verified_at IS NULL THEN 'never'
    WHEN due_at <= $1::timestamptz THEN 'due' ELSE 'fresh' END))
  AND ($5::text IS NULL OR regions @> ARRAY[$5::text])
  AND ($6::text IS NULL OR service_types @> ARRAY[$6::text])
  AND ${assignedTo(7)}
  AND ($8::integer IS NULL OR changed_at >= (date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC')
    - ($8 - 1) * interval '1 day') AT TIME ZONE 'UTC')
  AND words LIKE ALL ($9::text[])`;

/** Returns the parameters of `FITS`. @param words folded */
export function filterParameters(
  filter: RecordFilter,
  { scope }: Pick<Access, 'scope'>,
  { now, words }: { now: Date; words: string[] },
): unknown[] {
  const { status, due, region, service, assigned, changedWithinDays } = filter;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return [
    ...[now, scopeParameter(scope), status, due, region, service, assigned, changedWithinDays],
    patterns,
  ];
}

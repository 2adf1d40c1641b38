import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type ConfirmedCounts,
  type Overview,
  type SuggestionOrigin,
  suggestionOrigins,
  verifiedKinds,
} from '#contract';
import { type Access, inScope, scopeParameter } from '../record/author.ts';
import { OPEN_SUGGESTIONS } from '../review/suggestion-queue.ts';

type Scope = Pick<Access, 'scope'>;

/** Days for which the changes of records are counted. */
const DAYS = 7;

/** Counts what there is to do. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts the records that can be verified. @param now decides what is due */
  async records({ scope }: Scope, now: Date): Promise<ConfirmedCounts[]> {
    const rows = await this.dataSource.query<ConfirmedCounts[]>(
      `SELECT kind, count(*) FILTER (WHERE due_at > $1)::integer AS confirmed,
         count(*) FILTER (WHERE due_at <= $1)::integer AS due,
         count(*) FILTER (WHERE verified_at IS NULL)::integer AS never
         FROM record_summary WHERE kind <> 'guide' AND ${inScope(2)} GROUP BY kind`,
      [now, scopeParameter(scope)],
    );
    const none = { confirmed: 0, due: 0, never: 0 };
    return verifiedKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...none });
  }

  /** Counts the records that somebody has changed, by the day (UTC) of the last change. */
  async changed({ scope }: Scope, now: Date): Promise<Overview['changed']> {
    return await this.dataSource.query<Overview['changed']>(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, count(id)::integer AS count
         FROM generate_series(date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC')
           - ${DAYS - 1} * interval '1 day', $1::timestamptz AT TIME ZONE 'UTC', '1 day') AS day
         LEFT JOIN record_summary ON changed_at >= day AT TIME ZONE 'UTC'
           AND changed_at < (day + interval '1 day') AT TIME ZONE 'UTC' AND ${inScope(2)}
        GROUP BY day ORDER BY day`,
      [now, scopeParameter(scope)],
    );
  }

  async suggestions({ scope }: Scope): Promise<{ origin: SuggestionOrigin; count: number }[]> {
    const rows = await this.dataSource.query<{ origin: SuggestionOrigin; count: number }[]>(
      `SELECT origin, count(*)::integer AS count FROM (${OPEN_SUGGESTIONS}) AS open GROUP BY origin`,
      [scopeParameter(scope)],
    );
    const counts = new Map(rows.map(({ origin, count }) => [origin, count]));
    return suggestionOrigins.map((origin) => ({ origin, count: counts.get(origin) ?? 0 }));
  }

  /** Counts what an account looks after, and what of it is due or was never verified. */
  async assigned({ author, scope }: Access, now: Date): Promise<Overview['assigned']> {
    const [row] = await this.dataSource.query<Overview['assigned'][]>(
      `SELECT count(*)::integer AS total,
         count(*) FILTER (WHERE harm IS NOT NULL AND queue_from <= $1)::integer AS due
         FROM assignment JOIN record_summary ON record_summary.id = record_id
        WHERE assignee_id = $3 AND ${inScope(2)}`,
      [now, scopeParameter(scope), author.id],
    );
    return row ?? { total: 0, due: 0 };
  }
}

import { Injectable } from '@nestjs/common';
import {
  type Freshness,
  freshnessAt,
  type ListingStatus,
  type SourceKind,
  statisticsDays,
} from '#contract';
import { DatabaseReader } from '#database';

/** Hosts of the governments of the United States and Mexico; some states use other domains. */
const GOVERNMENT = String.raw`\.(gov|mil|gob\.mx)(:|/|$)`;
const HOST = String.raw`^https?://(?:www\.)?([^/:]+)`;

export interface Counts {
  by_freshness: Record<Freshness, number>;
  by_status: Record<ListingStatus, number>;
  sources: Record<SourceKind, number>;
  changes: { created: number; updated: number; deleted: number };
}

/** Counts the records of the complete directory. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** @param now determines freshness and the last 30 days */
  async count(now: Date): Promise<Counts> {
    const [by_freshness, by_status, sources, changes] = await Promise.all([
      this.byFreshness(now),
      this.byStatus(),
      this.sources(),
      this.changes(now),
    ]);
    return { by_freshness, by_status, sources, changes };
  }

  // Many listings share the dates of their organization.
  private async byFreshness(now: Date): Promise<Counts['by_freshness']> {
    const rows = await this.db.query<
      { verified_at: Date | null; due_at: Date | null; count: number }[]
    >(
      `SELECT verified_at, due_at, count(*)::integer AS count FROM listing
        WHERE status <> 'closed' GROUP BY verified_at, due_at`,
    );
    const counts = { fresh: 0, due: 0, overdue: 0, never: 0 };
    for (const { verified_at, due_at, count } of rows) {
      counts[freshnessAt(now, verified_at, due_at)] += count;
    }
    return counts;
  }

  private async byStatus(): Promise<Counts['by_status']> {
    const rows = await this.db.query<{ status: ListingStatus; count: number }[]>(
      `SELECT status, count(*)::integer AS count FROM listing GROUP BY status`,
    );
    return {
      ...{ active: 0, closed: 0, unknown: 0 },
      ...Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    };
  }

  private async sources(): Promise<Counts['sources']> {
    const rows = await this.db.query<{ kind: SourceKind; count: number }[]>(
      `SELECT CASE
           WHEN url IS NULL THEN 'unlinked'
           WHEN substring(url FROM $1) = substring(coalesce(organization.website, help_line.website) FROM $1)
             THEN 'own'
           WHEN substring(url FROM '^https?://[^/]+') ~ $2 THEN 'government'
           ELSE 'other' END AS kind, count(*)::integer AS count
         FROM source
         LEFT JOIN organization ON organization.id = record_id
         LEFT JOIN help_line ON help_line.id = record_id
        GROUP BY 1`,
      [HOST, GOVERNMENT],
    );
    return {
      ...{ own: 0, government: 0, other: 0, unlinked: 0 },
      ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])),
    };
  }

  private async changes(now: Date): Promise<Counts['changes']> {
    const rows = await this.db.query<{ action: string; count: number }[]>(
      `SELECT action, count(DISTINCT record_id)::integer AS count FROM change
        WHERE at > $1::timestamptz - make_interval(days => $2) GROUP BY action`,
      [now, statisticsDays],
    );
    return {
      ...{ created: 0, updated: 0, deleted: 0 },
      ...Object.fromEntries(
        rows
          .filter(({ action }) => action !== 'merged_into')
          .map(({ action, count }) => [action, count]),
      ),
    };
  }
}

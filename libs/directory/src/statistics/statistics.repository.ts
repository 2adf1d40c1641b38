import { Injectable } from '@nestjs/common';
import { type SourceKind, statisticsDays } from '#contract';
import { DatabaseReader, LONG_READ_MS } from '#database';

/** Hosts of the governments of the United States and Mexico; some states use other domains. */
const GOVERNMENT = String.raw`\.(gov|mil|gob\.mx)(:|/|$)`;
const HOST = String.raw`^https?://(?:www\.)?([^/:]+)`;

/** How many sources and changes there are. */
export interface RecordCounts {
  sources: Record<SourceKind, number>;
  changes: { created: number; updated: number; deleted: number };
}

/** Counts the sources and changes of the complete directory. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** @param now determines the last 30 days */
  async count(now: Date): Promise<RecordCounts> {
    const [sources, changes] = await Promise.all([this.sources(), this.changes(now)]);
    return { sources, changes };
  }

  private async sources(): Promise<RecordCounts['sources']> {
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
      { limitMs: LONG_READ_MS },
    );
    return {
      ...{ own: 0, government: 0, other: 0, unlinked: 0 },
      ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])),
    };
  }

  private async changes(now: Date): Promise<RecordCounts['changes']> {
    const rows = await this.db.query<{ action: string; count: number }[]>(
      `SELECT action, count(DISTINCT record_id)::integer AS count FROM change
        WHERE at > $1::timestamptz - make_interval(days => $2) GROUP BY action`,
      [now, statisticsDays],
      { limitMs: LONG_READ_MS },
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

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#database';

/** The kinds of records that a suggestion can be about. */
export const suggestionKinds = ['listing', 'organization', 'help_line', 'facility'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** An anonymous report of an error in a record. */
export interface NewSuggestion {
  kind: SuggestionKind;
  /** Slug of the record. */
  slug: string;
  text: string;
}

type SuggestionResult = 'stored' | 'unknown' | 'full';

/** Limits against flooding: an editor could not read more. */
const MAX_PER_HOUR = { ofOneRecord: 20, ofAll: 2_000 };

/** A reader waits for the answer. */
const LIMIT_MS = 2_500;

/** An arbitrary number that no other advisory lock has. */
const LIMIT_LOCK = 7_267_278;

/** Stores reports of visitors until an editor reviews them. */
@Injectable()
export class SuggestionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns `stored`; `unknown` if the record does not exist; `full` if a limit is reached */
  async add({ kind, slug, text }: NewSuggestion): Promise<SuggestionResult> {
    const work = async (manager: EntityManager): Promise<SuggestionResult> => {
      const id = await recordId(manager, kind, slug);
      if (id === null) return 'unknown';
      // Otherwise two at the same time would both see the last free place.
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LIMIT_LOCK]);
      if (await isFull(manager, id)) return 'full';
      await storeSuggestion(manager, { kind, id, text });
      return 'stored';
    };
    return await inTransaction(this.dataSource, work, LIMIT_MS);
  }

  /**
   * Deletes what readers suggested 30 days after an editor has handled it, and 180 days after it was
   * made if nobody has. A suggestion of the files stays, so that it is not made again.
   */
  async deleteExpired(now: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM suggestion
        WHERE origin = 'reader'
          AND (handled_at < $1::timestamptz - interval '30 days'
            OR handled_at IS NULL AND made_at < $1::timestamptz - interval '180 days')`,
      [now],
    );
  }
}

/** Stores a report about a record, in the transaction of what else belongs to it. */
export async function storeSuggestion(
  manager: EntityManager,
  { kind, id, text }: { kind: SuggestionKind; id: string; text: string },
): Promise<void> {
  await manager.query('INSERT INTO suggestion (record_kind, record_id, text) VALUES ($1, $2, $3)', [
    kind,
    id,
    text,
  ]);
}

async function recordId(
  manager: EntityManager,
  kind: SuggestionKind,
  slug: string,
): Promise<string | null> {
  const isListing = kind === 'listing';
  const table = isListing ? 'listing' : 'directory_card';
  const ofKind = isListing ? 'true' : 'present.kind = $1';
  // A page that was opened before a record was renamed still sends its former slug.
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM ${table} AS present WHERE ${ofKind} AND slug = $2
     UNION ALL
     SELECT id FROM former_name JOIN ${table} AS present ON id = record_id
      WHERE former_name.kind = $1 AND former_name.name = $2 AND ${ofKind}
     LIMIT 1`,
    [kind, slug],
  );
  return row?.id ?? null;
}

async function isFull(manager: EntityManager, id: string): Promise<boolean> {
  const [row]: { all: number; same: number }[] = await manager.query(
    `SELECT count(*)::integer AS all, count(*) FILTER (WHERE record_id = $1)::integer AS same
       FROM suggestion WHERE origin = 'reader' AND made_at > now() - interval '1 hour'`,
    [id],
  );
  const { ofOneRecord, ofAll } = MAX_PER_HOUR;
  return (row?.all ?? 0) >= ofAll || (row?.same ?? 0) >= ofOneRecord;
}

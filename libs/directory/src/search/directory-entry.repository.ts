import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';
import type { DirectoryEntryKind } from '../read-model/entries/directory-entry-row.ts';
import type { Keyset } from './keyset.ts';
import type { ServedDirectoryEntry, Shape } from './served-row.ts';
import { idOrSlugIs, SqlConditions } from './sql-conditions.ts';

const columns = (shape: Shape) =>
  `id, kind, ${shape === 'summary' ? 'summary' : 'card'} AS document, verified_at, due_at,
   longitude, latitude`;

/** So many of the entries that have some words are listed, in the order in which the table has them. */
const MAX_FOUND = 2_000;

export interface DirectoryEntryQuery {
  kind: DirectoryEntryKind;
  /** An intarray query; null for all. */
  tags: string | null;
  words: string[] | null;
}

/** Reads the entries of organizations, help lines, facilities and speed dial codes. */
@Injectable()
export class DirectoryEntryRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns a page by name, starting at a keyset, with one row more than `limit` if there is one.
   */
  async page(
    query: DirectoryEntryQuery,
    { from, limit, shape = 'full' }: { from: Keyset | null; limit: number; shape?: Shape },
  ): Promise<(ServedDirectoryEntry & { sort_key: string })[]> {
    const where = conditionsOf(query);
    const [direction, sign] = from?.back ? ['DESC', '<'] : ['ASC', '>'];
    const order = `sort_name ${direction}, id ${direction}`;
    const inside = from
      ? `(sort_name, id) ${sign} (${where.value(from.key)}::text, ${where.value(from.id)}::uuid)`
      : 'true';
    const rows = where.value(limit + 1);
    const selected = `SELECT ${columns(shape)}, sort_name AS sort_key FROM`;
    // What has the words is found first: along the names, those of thousands may be before it.
    const sql = query.words
      ? `WITH found AS MATERIALIZED (
           SELECT id, sort_name FROM directory_card WHERE ${where.sql} LIMIT ${MAX_FOUND}),
         page AS (SELECT id FROM found WHERE ${inside} ORDER BY ${order} LIMIT ${rows})
         ${selected} page JOIN directory_card USING (id) ORDER BY ${order}`
      : `${selected} directory_card WHERE ${where.sql} AND ${inside} ORDER BY ${order} LIMIT ${rows}`;
    return await this.db.query(sql, where.values);
  }

  /** Counts the entries of all pages. */
  async count(query: DirectoryEntryQuery): Promise<number> {
    const where = conditionsOf(query);
    const [row] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM directory_card WHERE ${where.sql}`,
      where.values,
    );
    return row?.count ?? 0;
  }

  /** Returns all entries of a kind, by name. */
  async all(query: Omit<DirectoryEntryQuery, 'words'>): Promise<ServedDirectoryEntry[]> {
    const where = conditionsOf({ ...query, words: null });
    return await this.db.query(
      `SELECT ${columns('full')} FROM directory_card WHERE ${where.sql} ORDER BY sort_name, id`,
      where.values,
    );
  }

  async one(kind: DirectoryEntryKind, idOrSlug: string): Promise<ServedDirectoryEntry | null> {
    const [row] = await this.db.query<ServedDirectoryEntry[]>(
      `SELECT ${columns('full')} FROM directory_card
        WHERE kind = $1 AND ${idOrSlugIs('$2', idOrSlug)} ORDER BY slug = $2::text DESC LIMIT 1`,
      [kind, idOrSlug],
    );
    return row ?? null;
  }
}

function conditionsOf({ kind, tags, words }: DirectoryEntryQuery): SqlConditions {
  const where = new SqlConditions();
  where.add(`kind = ${where.value(kind)}`);
  if (tags) where.add(`tags @@ ${where.value(tags)}::query_int`);
  if (words) where.add(`search @@ search_query(${where.value(words)}::text[])`);
  return where;
}

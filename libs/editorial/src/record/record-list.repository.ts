import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type EditedKind,
  editedKinds,
  freshnessAt,
  type RecordList,
  type RecordListItem,
} from '#contract';
import { type Access, inScope, SCOPED_RECORDS, scopeParameter } from './author.ts';

export interface RecordListQuery {
  kind: EditedKind | null;
  /** Words that the name, another name or the slug contains. */
  q: string | null;
  status: string | null;
  due: 'due' | 'never' | 'fresh' | null;
  /** From 1. */
  page: number;
  pageSize: number;
}

// $1: now, $2: scope, $3: status, $4: due, $5: words, folded and escaped for LIKE.
const FOUND = `
  SELECT * FROM (${SCOPED_RECORDS}) AS record
   WHERE ${inScope(2)}
     AND ($3::text IS NULL OR status = $3)
     AND ($4::text IS NULL OR $4 = CASE WHEN verified_at IS NULL THEN 'never'
       WHEN due_at <= $1 THEN 'due' ELSE 'fresh' END)
     AND NOT EXISTS (SELECT FROM unnest($5::text[]) AS word
       WHERE fold(name || ' ' || slug) NOT LIKE '%' || word || '%')`;

type Row = Omit<RecordListItem, 'freshness'>;

/** Lists the records of a scope. */
@Injectable()
export class RecordListRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(query: RecordListQuery, { scope }: Access, now: Date): Promise<RecordList> {
    const { kind, status, due, q, page, pageSize } = query;
    const words = (q ?? '').split(/\s+/).filter(Boolean).map(likePattern);
    const folded = await this.folded(words);
    const parameters = [now, scopeParameter(scope), status, due, folded];
    const counted = await this.dataSource.query<{ kind: EditedKind; count: number }[]>(
      `SELECT kind, count(*)::integer AS count FROM (${FOUND}) AS found GROUP BY kind`,
      parameters,
    );
    const rows = await this.dataSource.query<Row[]>(
      `SELECT kind, id, slug, name, status, regions, version,
         to_json(verified_at)#>>'{}' AS verified_at, to_json(due_at)#>>'{}' AS due_at
         FROM (${FOUND}) AS found WHERE $6::text IS NULL OR kind = $6
        ORDER BY fold(name), id LIMIT $7 OFFSET $8`,
      [...parameters, kind, pageSize, (page - 1) * pageSize],
    );
    const found = new Map(counted.map((row) => [row.kind, row.count]));
    const counts = Object.fromEntries(editedKinds.map((one) => [one, found.get(one) ?? 0]));
    const total = kind ? (found.get(kind) ?? 0) : [...found.values()].reduce((a, b) => a + b, 0);
    return {
      items: rows.map((row) => ({ ...row, freshness: freshnessOf(row, now) })),
      total,
      page,
      pages: Math.ceil(total / pageSize),
      counts: counts as Record<EditedKind, number>,
    };
  }

  private async folded(words: string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ word: string }[]>(
      `SELECT fold(word) AS word FROM unnest($1::text[]) AS word`,
      [words],
    );
    return rows.map(({ word }) => word);
  }
}

function likePattern(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

function freshnessOf({ verified_at, due_at }: Row, now: Date): RecordListItem['freshness'] {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return freshnessAt(now, date(verified_at), date(due_at));
}

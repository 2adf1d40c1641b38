import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type EditedKind,
  editedKinds,
  freshnessAt,
  type RecordList,
  type RecordListItem,
  type RecordSort,
} from '#contract';
import type { Access } from './author.ts';
import { FITS, filterParameters, type RecordFilter } from './record-filter.ts';

export interface RecordListQuery extends RecordFilter {
  sort: RecordSort;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Each is the order of an index. */
const ORDERS: Record<RecordSort, string> = {
  name: 'record_summary.sort_name, id',
  changed: 'record_summary.changed_at DESC NULLS LAST, id',
  verified: 'record_summary.verified_at DESC NULLS LAST, id',
  due: 'record_summary.due_at NULLS LAST, id',
};

const time = (column: string) => `to_json(${column})#>>'{}' AS ${column}`;

type Row = Omit<RecordListItem, 'freshness'>;

/** Lists the records of a scope. */
@Injectable()
export class RecordListRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(query: RecordListQuery, access: Access, now: Date): Promise<RecordList> {
    const { kind, q, sort, page, pageSize } = query;
    const words = await this.folded((q ?? '').split(/\s+/).filter(Boolean));
    const parameters = filterParameters(query, access, { now, words });
    const counted = await this.dataSource.query<{ kind: EditedKind; count: number }[]>(
      `SELECT kind, count(*)::integer AS count FROM record_summary WHERE ${FITS} GROUP BY kind`,
      parameters,
    );
    const rows = await this.dataSource.query<Row[]>(
      `SELECT kind, id, slug, name, status, regions, service_types, version,
         ${['changed_at', 'verified_at', 'due_at'].map(time).join(', ')},
         (SELECT json_build_object('id', account_user.id, 'name', account_user.name)
            FROM assignment JOIN account_user ON account_user.id = assignee_id
           WHERE record_id = record_summary.id) AS assignee
         FROM record_summary WHERE ${FITS} AND ($10::text IS NULL OR kind = $10)
        ORDER BY ${ORDERS[sort]}
        LIMIT $11 OFFSET $12`,
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

  /** Returns the records of some kinds with this slug: one of each kind at the most. */
  async bySlug<Kind extends EditedKind>(
    slug: string,
    kinds: Kind[],
  ): Promise<{ kind: Kind; id: string; name: string; version: number }[]> {
    return await this.dataSource.query<{ kind: Kind; id: string; name: string; version: number }[]>(
      `SELECT kind, id, name, version FROM record_summary
        WHERE slug = $1 AND kind = ANY($2::text[]) ORDER BY kind`,
      [slug, kinds],
    );
  }

  private async folded(words: string[]): Promise<string[]> {
    if (words.length === 0) return [];
    const rows = await this.dataSource.query<{ word: string }[]>(
      `SELECT fold(word) AS word FROM unnest($1::text[]) AS word`,
      [words],
    );
    return rows.map(({ word }) => word);
  }
}

function freshnessOf({ verified_at, due_at }: Row, now: Date): RecordListItem['freshness'] {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return freshnessAt(now, date(verified_at), date(due_at));
}

import { isDeepStrictEqual } from 'node:util';
import {
  type EntityManager,
  FindOperator,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { type RecordRow, recordEntities } from '#directory';

export type TableName = keyof RecordRow;

/** The rows that a record consists of, by table. */
export type RecordRows = { [Table in TableName]?: RecordRow[Table][] };

/** Parents before their parts. */
const TABLES = Object.keys(recordEntities) as TableName[];

/** The columns of a primary key that is not `id`. */
const KEYS: Partial<Record<TableName, string[]>> = {
  organization_facility: ['organization_id', 'facility_id'],
  speed_dial_facility: ['speed_dial_id', 'facility_id'],
  guide_text: ['guide_id', 'language'],
};

/** Reads rows of a table; what is one of an empty list is not asked for. */
export async function rowsOf<Table extends TableName>(
  manager: EntityManager,
  table: Table,
  where: FindOptionsWhere<RecordRow[Table]> | FindOptionsWhere<RecordRow[Table]>[],
): Promise<RecordRow[Table][]> {
  const alternatives = Array.isArray(where) ? where : [where];
  const possible = alternatives.filter((one) => !Object.values(one).some(isOneOfNone));
  if (possible.length === 0) return [];
  const rows = await manager.find(recordEntities[table] as never, { where: possible } as never);
  // Entities would not equal the plain rows that are made of a document.
  return rows.map((row) => ({ ...(row as RecordRow[Table]) }));
}

function isOneOfNone(condition: unknown): boolean {
  if (!(condition instanceof FindOperator) || condition.type !== 'in') return false;
  return (condition.value as unknown[]).length === 0;
}

/** Reads the rows of a table of parts; none have an owner in an empty list. */
export function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/**
 * Makes the stored rows of a record those of `after`: what is no longer there is deleted, and only
 * what differs is written. The record itself is always written, so that it has a new version.
 */
export async function saveRows(
  manager: EntityManager,
  root: TableName,
  { before, after }: { before: RecordRows; after: RecordRows },
): Promise<void> {
  for (const table of TABLES.toReversed()) {
    const remaining = new Set((after[table] ?? []).map((row) => keyOf(table, row)));
    for (const row of before[table] ?? []) {
      if (remaining.has(keyOf(table, row))) continue;
      await manager.delete(recordEntities[table] as never, keyColumns(table, row));
    }
  }
  for (const table of TABLES) {
    const known = new Map((before[table] ?? []).map((row) => [keyOf(table, row), row]));
    const written = (after[table] ?? []).filter(
      (row) => table === root || !isDeepStrictEqual(known.get(keyOf(table, row)), row),
    );
    if (written.length === 0) continue;
    await manager.upsert(recordEntities[table] as never, written as never, keysOf(table));
  }
}

function keysOf(table: TableName): string[] {
  return KEYS[table] ?? ['id'];
}

function keyColumns(table: TableName, row: ObjectLiteral): ObjectLiteral {
  return Object.fromEntries(keysOf(table).map((column) => [column, row[column]]));
}

function keyOf(table: TableName, row: ObjectLiteral): string {
  return Object.values(keyColumns(table, row)).join('/');
}

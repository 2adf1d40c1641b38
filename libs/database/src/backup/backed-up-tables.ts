import type { EntityManager } from 'typeorm';
import { MIGRATION_TABLE } from '../data-source-options.ts';

/** A table of a backup. */
export interface BackedUpTable {
  name: string;
  /** In the order of the table's row type. */
  columns: string[];
  /** Those that the database computes from others. */
  generated: string[];
  /** By which its rows are read in parts. */
  primaryKey: string[];
}

/** Tables whose rows are worth nothing elsewhere, or would let somebody in. */
const LEFT_OUT = [
  MIGRATION_TABLE,
  'account_session',
  'account_verification',
  'account_spent_code',
  'account_link',
  'account_throttle',
  'idempotency_key',
  'reminder_link',
];

/**
 * Reads which tables a backup contains, in an order in which each one follows those that it refers to.
 * Tables of extensions and of other schemas are left out.
 *
 * @throws Error when tables refer to each other in a circle
 */
export async function backedUpTables(manager: EntityManager): Promise<BackedUpTable[]> {
  const tables = await manager.query<(BackedUpTable & { refers_to: string[] })[]>(
    `SELECT relname AS name,
       ARRAY(SELECT attname::text FROM pg_attribute
         WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS columns,
       ARRAY(SELECT attname::text FROM pg_attribute
         WHERE attrelid = pg_class.oid AND attgenerated <> '' AND NOT attisdropped) AS generated,
       ARRAY(SELECT attname::text FROM pg_index
         JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
         WHERE indrelid = pg_class.oid AND indisprimary
         ORDER BY array_position(indkey::smallint[], attnum)) AS "primaryKey",
       ARRAY(SELECT DISTINCT target.relname::text FROM pg_constraint
         JOIN pg_class AS target ON target.oid = confrelid
         WHERE conrelid = pg_class.oid AND contype = 'f' AND confrelid <> conrelid) AS refers_to
      FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND NOT relname = ANY($1::text[])
       AND NOT EXISTS (SELECT FROM pg_depend
         WHERE pg_depend.objid = pg_class.oid AND classid = 'pg_class'::regclass AND deptype = 'e')
     ORDER BY relname`,
    [LEFT_OUT],
  );
  return inOrderOfReferences(tables);
}

function inOrderOfReferences(tables: (BackedUpTable & { refers_to: string[] })[]): BackedUpTable[] {
  const ordered: BackedUpTable[] = [];
  const placed = new Set<string>(LEFT_OUT);
  const known = new Set(tables.map(({ name }) => name));
  let waiting = tables;
  while (waiting.length > 0) {
    const isReady = ({ refers_to }: { refers_to: string[] }) =>
      refers_to.every((name) => placed.has(name) || !known.has(name));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    for (const { refers_to: _, ...table } of ready) {
      placed.add(table.name);
      ordered.push(table);
    }
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

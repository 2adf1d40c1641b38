import type { EntityManager } from 'typeorm';

type Row = Record<string, unknown>;

/** Inserts rows whose keys are the table's columns; omitted columns get their defaults. */
export async function insertRows(
  manager: EntityManager,
  table: string,
  rows: Row[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await manager.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Inserts rows or, if the id exists, updates their columns. */
export async function upsertRows(
  manager: EntityManager,
  table: string,
  rows: Row[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const sets = columns.filter((column) => column !== 'id');
  await manager.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET
       ${sets.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

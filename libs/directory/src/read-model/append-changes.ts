import type { EntityManager } from 'typeorm';
import type { RecordKind } from './entries/directory-entry-row.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted';

/**
 * Appends changes to the change sequence. An update of a record that the same transaction has
 * already announced is left out, because readers see both at once.
 */
export async function appendChanges(
  manager: EntityManager,
  kind: RecordKind | 'guide',
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT $1, id, action FROM jsonb_to_recordset($2::jsonb) AS row(id text, action text)
      WHERE action <> 'updated' OR id NOT IN (
        SELECT record_id FROM change WHERE xmin = pg_current_xact_id()::xid)`,
    [kind, JSON.stringify(changed)],
  );
}

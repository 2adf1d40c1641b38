import type { EntityManager } from 'typeorm';
import type { RecordKind } from './entries/directory-entry-row.ts';
import { refreshRecordSummaries } from './record-summary.projector.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted';

/** What happened to a record; `merged_into` has the id of the record that it was merged into. */
export type RecordChange =
  | { id: string; action: ChangeAction }
  | { id: string; action: 'merged_into'; merged_into: string };

/** The advisory lock of the change sequence: an arbitrary number. The check of slugs takes it too. */
const SEQUENCE_LOCK = 7_267_277;

/**
 * Appends changes to the change sequence. Writers take turns from here to the end of their
 * transactions, so that changes become visible in the order of their numbers: a reader who knows the
 * highest one has seen all before it. An update of a record that the same transaction has already
 * announced is left out, because readers see both at once. What the lists of the console say of the
 * records is rebuilt.
 */
export async function appendChanges(
  manager: EntityManager,
  kind: RecordKind | 'guide',
  changed: RecordChange[],
): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [SEQUENCE_LOCK]);
  await manager.query(
    `INSERT INTO change (kind, record_id, action, merged_into)
     SELECT $1, id, action, merged_into
       FROM jsonb_to_recordset($2::jsonb) AS row(id text, action text, merged_into text)
      WHERE action <> 'updated' OR NOT EXISTS (
        SELECT FROM change WHERE record_id = id AND xmin = pg_current_xact_id()::xid)`,
    [kind, JSON.stringify(changed)],
  );
  await refreshRecordSummaries(
    manager,
    kind,
    changed.map(({ id }) => id),
  );
}

import type { EntityManager } from 'typeorm';
import { dependentRecords, speedDialsOf } from '../read-model/dependents.ts';
import { refreshDirectoryEntries } from '../read-model/directory-entry.projector.ts';
import type { RecordKind } from '../read-model/entries/directory-entry-row.ts';
import { refreshListings } from '../read-model/listing.projector.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted';

/**
 * Must end every write to the directory, in the same transaction: refreshes the read model, and
 * appends the changes and those of dependent records to the change sequence.
 */
export async function publishChange(
  manager: EntityManager,
  kind: RecordKind,
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  await refresh(manager, kind, ids);
  if (kind !== 'facility') {
    await refreshDirectoryEntries(manager, 'speed_dial', await speedDialsOf(manager, ids));
  }
  await appendChanges(manager, kind, changed);
  const dependents = await dependentRecords(manager, kind, ids);
  if (!dependents) return;
  await refresh(manager, dependents.kind, dependents.ids);
  const dependentChanges = dependents.ids.map((id) => ({ id, action: 'updated' as const }));
  await appendChanges(manager, dependents.kind, dependentChanges);
}

async function refresh(manager: EntityManager, kind: RecordKind, ids: string[]): Promise<void> {
  if (kind === 'organization') await refreshListings(manager, ids);
  await refreshDirectoryEntries(manager, kind, ids);
}

/** The advisory lock of the change sequence: an arbitrary number that nothing else uses. */
const SEQUENCE_LOCK = 7_267_277;

/**
 * Appends changes to the change sequence. Writers take turns from here to the end of their
 * transactions, so that changes become visible in the order of their numbers: a reader who knows the
 * highest one has seen all before it.
 */
export async function appendChanges(
  manager: EntityManager,
  kind: RecordKind | 'guide',
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [SEQUENCE_LOCK]);
  await manager.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT $1, id, action FROM jsonb_to_recordset($2::jsonb) AS row(id text, action text)`,
    [kind, JSON.stringify(changed)],
  );
}

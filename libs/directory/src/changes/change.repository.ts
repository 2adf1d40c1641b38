import type { EntityManager } from 'typeorm';
import { dependentRecords, speedDialsOf } from '../read-model/dependents.ts';
import { refreshDirectoryEntries } from '../read-model/directory-entry.projector.ts';
import type { RecordKind } from '../read-model/entries/directory-entry-row.ts';
import { refreshListings } from '../read-model/listing.projector.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted';

/**
 * What every write to the directory ends with, in its own transaction: the read model follows, and
 * the change takes its place in the sequence, and with it those that follow from it.
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
  const naming = await dependentRecords(manager, kind, ids);
  if (!naming) return;
  await refresh(manager, naming.kind, naming.ids);
  const followed = naming.ids.map((id) => ({ id, action: 'updated' as const }));
  await appendChanges(manager, naming.kind, followed);
}

async function refresh(manager: EntityManager, kind: RecordKind, ids: string[]): Promise<void> {
  if (kind === 'organization') await refreshListings(manager, ids);
  await refreshDirectoryEntries(manager, kind, ids);
}

/** Gives changes their place in the sequence. */
export async function appendChanges(
  manager: EntityManager,
  kind: RecordKind | 'guide',
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT $1, id, action FROM jsonb_to_recordset($2::jsonb) AS row(id text, action text)`,
    [kind, JSON.stringify(changed)],
  );
}

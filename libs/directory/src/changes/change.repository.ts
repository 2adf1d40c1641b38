import type { EntityManager } from 'typeorm';
import { appendChanges, type ChangeAction } from '../read-model/append-changes.ts';
import { dependentRecords, speedDialsOf } from '../read-model/dependents.ts';
import { refreshDirectoryEntries } from '../read-model/directory-entry.projector.ts';
import type { RecordKind } from '../read-model/entries/directory-entry-row.ts';
import { refreshListings } from '../read-model/listing.projector.ts';

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

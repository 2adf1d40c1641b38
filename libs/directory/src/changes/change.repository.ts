import type { EntityManager } from 'typeorm';
import { appendChanges, type ChangeAction } from '../read-model/append-changes.ts';
import {
  directoryEntryKinds,
  type RecordKind,
  recordKinds,
} from '../read-model/entries/directory-entry-row.ts';
import { affectedEntries } from '../read-model/entry-reference.projector.ts';
import { refreshEntries } from '../read-model/refresh-read-model.ts';

/**
 * Must end every write to the directory, in the same transaction: appends the changes to the change
 * sequence, rebuilds all entries and listings that show or showed the records, and appends an
 * update of each other record whose entry was rebuilt. Codes, places, phones and statements about
 * facilities change with the record that has them.
 */
export async function publishChange(
  manager: EntityManager,
  kind: RecordKind,
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  if (changed.length === 0) return;
  await appendChanges(manager, kind, changed);
  const ids = new Set(changed.map(({ id }) => id));
  const affected = await affectedEntries(manager, kind, [...ids]);
  // The same order in every transaction, so that two of them rarely wait for each other.
  for (const entryKind of directoryEntryKinds) {
    await refreshEntries(manager, entryKind, affected[entryKind]);
  }
  for (const dependentKind of recordKinds) {
    const dependents = affected[dependentKind].filter((id) => !ids.has(id));
    const updates = dependents.map((id) => ({ id, action: 'updated' as const }));
    if (updates.length > 0) await appendChanges(manager, dependentKind, updates);
  }
}

import type { EntityManager } from 'typeorm';
import {
  redirectMergedListings,
  removeFormerNames,
  storeMergedNames,
} from '../former-name/merged-names.ts';
import { appendChanges, type RecordChange } from '../read-model/append-changes.ts';
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
 * facilities change with the record that has them. The names that records no longer have lead to
 * them from then on; those of merged records, which must be deleted by then, to the others.
 *
 * @param changed merged records in the order in which they were merged
 * @throws QueryFailedError of the constraint `slug_is_unambiguous` when a record has the slug of
 *   another one, or one that leads to another one
 */
export async function publishChange(
  manager: EntityManager,
  kind: RecordKind,
  changed: RecordChange[],
): Promise<void> {
  if (changed.length === 0) return;
  await appendChanges(manager, kind, changed);
  await checkSlugs(manager);
  const merged = changed.filter((change) => change.action === 'merged_into');
  await storeMergedNames(manager, kind, merged);
  const ids = new Set(changed.map(({ id }) => id));
  const others = merged.map(({ merged_into: into }) => into);
  const affected = await affectedEntries(manager, kind, [...new Set([...ids, ...others])]);
  // The same order in every transaction, so that two of them rarely wait for each other.
  for (const entryKind of directoryEntryKinds) {
    await refreshEntries(manager, entryKind, affected[entryKind]);
  }
  await redirectMergedListings(manager, merged);
  const deleted = changed.filter(({ action }) => action === 'deleted');
  await removeFormerNames(
    manager,
    deleted.map(({ id }) => id),
  );
  for (const dependentKind of recordKinds) {
    const dependents = affected[dependentKind].filter((id) => !ids.has(id));
    const updates = dependents.map((id) => ({ id, action: 'updated' as const }));
    if (updates.length > 0) await appendChanges(manager, dependentKind, updates);
  }
}

// Before the read model is written, whose own constraints would not say what is wrong.
async function checkSlugs(manager: EntityManager): Promise<void> {
  await manager.query(`SET CONSTRAINTS slug_is_unambiguous IMMEDIATE`);
  await manager.query(`SET CONSTRAINTS slug_is_unambiguous DEFERRED`);
}

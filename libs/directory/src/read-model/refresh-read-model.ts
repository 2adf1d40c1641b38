import type { EntityManager } from 'typeorm';
import { appendChanges } from './append-changes.ts';
import { refreshDirectoryEntries } from './directory-entry.projector.ts';
import { type DirectoryEntryKind, directoryEntryKinds } from './entries/directory-entry-row.ts';
import { refreshListings } from './listing.projector.ts';
import { refreshEverySummary } from './record-summary.projector.ts';

/**
 * Increment it when listings or entries are built differently, so that existing databases are
 * rebuilt.
 */
const EDITION = '7';
const BATCH_SIZE = 500;

/**
 * Rebuilds the complete read model if another edition of this code built it, and appends changes of
 * all records, so that copies of the directory receive their new form. Call it in a transaction,
 * after migrations.
 *
 * @returns whether it was rebuilt
 */
export async function refreshReadModel(manager: EntityManager): Promise<boolean> {
  await refreshEverySummary(manager);
  const [built] = await manager.query<{ hash: string }[]>(
    `SELECT hash FROM loaded_data WHERE name = 'read_model'`,
  );
  if (built?.hash === EDITION) return false;
  for (const kind of directoryEntryKinds) await refreshEvery(manager, kind);
  await manager.query(
    `INSERT INTO loaded_data (name, hash) VALUES ('read_model', $1)
     ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
    [EDITION],
  );
  return true;
}

async function refreshEvery(manager: EntityManager, kind: DirectoryEntryKind): Promise<void> {
  await removeStaleEntries(manager, kind);
  const rows = await manager.query<{ id: string }[]>(`SELECT id FROM ${kind} ORDER BY id`);
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    const ids = rows.slice(start, start + BATCH_SIZE).map(({ id }) => id);
    await refreshEntries(manager, kind, ids);
    if (kind === 'speed_dial') continue;
    const changes = ids.map((id) => ({ id, action: 'updated' as const }));
    await appendChanges(manager, kind, changes);
  }
}

/** Rebuilds the listings and entries of these records, a batch at a time. */
export async function refreshEntries(
  manager: EntityManager,
  kind: DirectoryEntryKind,
  ids: string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    const batch = ids.slice(start, start + BATCH_SIZE);
    if (kind === 'organization') await refreshListings(manager, batch);
    await refreshDirectoryEntries(manager, kind, batch);
  }
}

// Listings are deleted with their organization.
async function removeStaleEntries(manager: EntityManager, kind: DirectoryEntryKind): Promise<void> {
  const stale = await manager.query<{ id: string }[]>(
    `WITH stale AS (
       DELETE FROM directory_card WHERE kind = $1
          AND NOT EXISTS (SELECT FROM ${kind} WHERE ${kind}.id = directory_card.id)
       RETURNING id)
     SELECT id FROM stale`,
    [kind],
  );
  const changes = stale.map(({ id }) => ({ id, action: 'deleted' as const }));
  // Codes have no changes of their own: those of their records include them.
  if (kind !== 'speed_dial') await appendChanges(manager, kind, changes);
}

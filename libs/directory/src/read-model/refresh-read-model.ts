import type { EntityManager } from 'typeorm';
import { refreshDirectoryEntries } from './directory-entry.projector.ts';
import { type DirectoryEntryKind, directoryEntryKinds } from './entries/directory-entry-row.ts';
import { refreshListings } from './listing.projector.ts';

/**
 * Increment it when listings or entries are built differently, so that existing databases are
 * rebuilt.
 */
const EDITION = '5';
const BATCH_SIZE = 500;

/**
 * Rebuilds the complete read model if another edition of this code built it. Call it in a
 * transaction, after migrations.
 *
 * @returns whether it was rebuilt
 */
export async function refreshReadModel(manager: EntityManager): Promise<boolean> {
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
  await manager.query(
    `DELETE FROM directory_card WHERE kind = $1
        AND NOT EXISTS (SELECT FROM ${kind} WHERE ${kind}.id = directory_card.id)`,
    [kind],
  );
  const rows = await manager.query<{ id: string }[]>(`SELECT id FROM ${kind} ORDER BY id`);
  await refreshEntries(
    manager,
    kind,
    rows.map(({ id }) => id),
  );
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

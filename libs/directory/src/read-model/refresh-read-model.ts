import type { EntityManager } from 'typeorm';
import { refreshDirectoryEntries } from './directory-entry.projector.ts';
import type { DirectoryEntryKind } from './entries/directory-entry-row.ts';
import { refreshListings } from './listing.projector.ts';

/**
 * Increment it when listings or entries are built differently, so that existing databases are
 * rebuilt.
 */
const EDITION = '4';
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
  for (const kind of ['organization', 'help_line', 'facility', 'speed_dial'] as const) {
    await refreshEvery(manager, kind);
  }
  await manager.query(
    `INSERT INTO loaded_data (name, hash) VALUES ('read_model', $1)
     ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
    [EDITION],
  );
  return true;
}

async function refreshEvery(manager: EntityManager, kind: DirectoryEntryKind): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(`SELECT id FROM ${kind} ORDER BY id`);
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    const ids = rows.slice(start, start + BATCH_SIZE).map(({ id }) => id);
    if (kind === 'organization') await refreshListings(manager, ids);
    await refreshDirectoryEntries(manager, kind, ids);
  }
}

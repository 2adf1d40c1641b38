import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ChangeAction } from '#directory';

/** Raise it when the loader stores the same record differently. */
const LOADER_EDITION = 1;

export interface PendingRecord<Record> {
  record: Record;
  /** Its place in the file, from 1. */
  position: number;
  id: string;
  hash: string;
  action: ChangeAction;
}

export interface KeyedRecord<Record> {
  record: Record;
  id: string;
}

/**
 * The records that have to be written: new ones, and those that changed in the file since they were
 * loaded. A record that a person has edited is that person's, and stays as it is.
 */
export async function pendingRecords<Record>(
  manager: EntityManager,
  table: 'organization' | 'help_line' | 'facility',
  keyed: KeyedRecord<Record>[],
): Promise<PendingRecord<Record>[]> {
  const rows = await manager.query<{ id: string; hash: string; edited: boolean }[]>(
    `SELECT id, seed_hash AS hash, edited_at IS NOT NULL AS edited FROM ${table}`,
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  return keyed.flatMap(({ record, id }, index) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([LOADER_EDITION, index, record]))
      .digest('hex');
    const before = stored.get(id);
    if (before?.edited || before?.hash === hash) return [];
    const action: ChangeAction = before ? 'updated' : 'created';
    return [{ record, id, hash, position: index + 1, action }];
  });
}

import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ChangeAction } from '#directory';

/** Increment it when the loader stores the same record differently. */
const LOADER_EDITION = 1;

export interface PendingRecord<Record> {
  record: Record;
  /** Its position in the file, from 1. */
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
 * Returns the records to write: new ones, and those that have changed in the file since they were
 * loaded, except records that a person has edited.
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

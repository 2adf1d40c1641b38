import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ChangeAction } from '#directory';

/** Increment it when the loader stores the same record differently. */
const LOADER_EDITION = 3;

/** The kinds of records that the files contain; each has a table of the same name. */
export type SeedKind = 'organization' | 'help_line' | 'facility' | 'guide';

/** A record of the files. */
export interface SeedRecord {
  id: string;
  slug: string;
}

export interface PendingRecord<Record> {
  record: Record;
  id: string;
  /** For the column `seed_hash`. */
  hash: string;
  action: ChangeAction;
}

interface StoredRecord {
  id: string;
  /** Null for a record that did not come from the files. */
  hash: string | null;
  edited: boolean;
  /** An editor deleted it. */
  deleted: boolean;
}

/** SQL for whether the loader must leave a record alone. */
const EDITED: Record<SeedKind, string> = {
  organization: 'edited_at IS NOT NULL',
  help_line: 'edited_at IS NOT NULL',
  facility: 'edited_at IS NOT NULL',
  guide: 'edited_at IS NOT NULL',
};

/**
 * Returns the records to write: new ones, and those that have changed in the file since they were
 * loaded, except records that a person has edited or deleted.
 */
export async function pendingRecords<Record extends SeedRecord>(
  manager: EntityManager,
  kind: SeedKind,
  records: Record[],
): Promise<PendingRecord<Record>[]> {
  const stored = await storedRecords(manager, kind);
  return records.flatMap((record) => {
    const { id } = record;
    const hash = `${LOADER_EDITION}:${versionOf(record)}`;
    const before = stored.get(id);
    if (before?.edited || before?.deleted || before?.hash === hash) return [];
    const action: ChangeAction = before ? 'updated' : 'created';
    return [{ record, id, hash, action }];
  });
}

export interface DifferingRecord {
  id: string;
  record: object;
  version: string;
}

/** Returns the records that a person has edited and whose file has another version than was loaded. */
export async function differingRecords(
  manager: EntityManager,
  kind: SeedKind,
  records: SeedRecord[],
): Promise<DifferingRecord[]> {
  const stored = await storedRecords(manager, kind);
  return records.flatMap((record) => {
    const { id } = record;
    const version = versionOf(record);
    const before = stored.get(id);
    if (!before?.edited || before.hash?.endsWith(`:${version}`)) return [];
    return [{ id, record, version }];
  });
}

// Locked, so that an edit that is being made is waited for, and not overwritten.
async function storedRecords(
  manager: EntityManager,
  kind: SeedKind,
): Promise<Map<string, StoredRecord>> {
  const rows = await manager.query<StoredRecord[]>(
    `SELECT id, seed_hash AS hash, ${EDITED[kind]} AS edited, false AS deleted FROM ${kind}
      ORDER BY id FOR UPDATE`,
  );
  const deleted = await manager.query<StoredRecord[]>(
    `SELECT record_id AS id, NULL AS hash, false AS edited, true AS deleted FROM tombstone
      WHERE record_kind = $1`,
    [kind],
  );
  return new Map([...rows, ...deleted].map((row) => [row.id, row]));
}

// The record alone, so that its neighbors in the file make no difference.
function versionOf({ id: _, ...content }: SeedRecord): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

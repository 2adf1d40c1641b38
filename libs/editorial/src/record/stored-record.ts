import type { EntityManager } from 'typeorm';
import type { EditedRecord, RecordDocument } from '#contract';
import { recordTypes } from '../document/record-type.ts';
import { isWithheld, withhold } from '../document/withhold.ts';
import type { RecordRows } from '../rows/record-rows.ts';
import { readReferences } from '../rows/references.ts';
import { type Access, isInScope, type RecordReference, scopedRecord } from './author.ts';
import { RecordNotFoundError } from './errors.ts';

interface Versioned {
  version: number;
  verified_at?: Date | null;
  due_at?: Date | null;
}

/** A record as it is stored, with nothing withheld. */
export interface StoredRecord extends RecordReference {
  version: number;
  document: RecordDocument;
  rows: RecordRows;
  verified_at: Date | null;
  due_at: Date | null;
}

/**
 * Reads a record and keeps others from changing it until the transaction ends.
 *
 * @param lock `SHARE`: others can read it meanwhile
 * @throws RecordNotFoundError when there is none in the scope
 */
export async function readStoredRecord(
  manager: EntityManager,
  reference: RecordReference,
  { access, lock }: { access: Pick<Access, 'scope'>; lock: 'SHARE' | 'UPDATE' },
): Promise<StoredRecord> {
  const { kind, id } = reference;
  await manager.query(`SELECT FROM ${kind} WHERE id = $1 FOR ${lock}`, [id]);
  const type = recordTypes[kind];
  const rows = await type.read(manager, id);
  if (!rows) throw new RecordNotFoundError();
  const document = type.toDocument(rows, await readReferences(manager, []));
  if (!isInScope(access.scope, scopedRecord(reference, document))) throw new RecordNotFoundError();
  const [root] = rows[kind] as unknown as [Versioned];
  const { version, verified_at = null, due_at = null } = root;
  return { kind, id, version, document, rows, verified_at, due_at };
}

/** Returns what of a record an author may see. */
export function visibleRecord(
  { kind, id, version, document, verified_at, due_at }: StoredRecord,
  { confidential }: Pick<Access, 'confidential'>,
): EditedRecord {
  const visible = confidential ? document : withhold(document);
  return {
    kind,
    id,
    version,
    document: visible,
    verified_at: verified_at?.toISOString() ?? null,
    due_at: due_at?.toISOString() ?? null,
    withheld: isWithheld(visible),
  };
}

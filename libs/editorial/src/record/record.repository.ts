import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { EditedKind, EditedRecord, FourEyes, RecordDocument, RevisionNote } from '#contract';
import { inTransaction } from '#database';
import type { Access, RecordReference } from './author.ts';
import { StaleRecordError } from './errors.ts';
import { assertReviewed, FOUR_EYES } from './four-eyes.ts';
import { once } from './idempotency.ts';
import { prepareDocument, writeRecord } from './save-record.ts';
import { readStoredRecord, type StoredRecord, visibleRecord } from './stored-record.ts';
import { addTombstone, assertUnreferenced } from './tombstone.ts';

/** A change as it was sent. */
export interface RecordEdit {
  reference: RecordReference;
  /** That the author has read. */
  version: number;
  document: RecordDocument;
  note: RevisionNote;
}

/** A new record as it was sent. */
export interface NewRecord {
  kind: EditedKind;
  document: RecordDocument;
  note: RevisionNote;
  /** The `Idempotency-Key`. */
  key: string | null;
}

/**
 * Reads and changes records. Every change is one transaction: the record, a revision, the audit log
 * and what the public reads.
 */
@Injectable()
export class RecordRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FOUR_EYES) private readonly fourEyes: FourEyes,
  ) {}

  /** @throws RecordNotFoundError when there is none in the scope */
  async one(reference: RecordReference, access: Access): Promise<EditedRecord> {
    return await inTransaction(this.dataSource, async (manager) =>
      visibleRecord(await readStoredRecord(manager, reference, { access, lock: 'SHARE' }), access),
    );
  }

  /**
   * @throws RecordNotFoundError, OutOfScopeError, NeedsReviewError
   * @throws StaleRecordError with the present state when the record has another version by now
   * @throws RecordRejectedError naming each wrong field
   */
  async update(
    { reference, version, document, note }: RecordEdit,
    access: Access,
    now: Date,
  ): Promise<EditedRecord> {
    return await inTransaction(this.dataSource, async (manager) => {
      const before = await lockVersion(manager, { reference, version }, access);
      const context = { reference, before, access, now };
      const after = await prepareDocument(manager, document, context);
      assertReviewed(this.fourEyes, before.document, after);
      await writeRecord(manager, { ...context, action: 'updated', after, note });
      return await readBack(manager, reference, access);
    });
  }

  /** @throws OutOfScopeError, RecordRejectedError, RecordConflictError for a key of another request */
  async create(
    { kind, document, note, key }: NewRecord,
    access: Access,
    now: Date,
  ): Promise<EditedRecord> {
    const request = {
      authorId: access.author.id,
      key,
      content: [kind, document, note, access.confidential],
    };
    return await inTransaction(this.dataSource, async (manager) => {
      const work = async () => {
        const reference = { kind, id: randomUUID() };
        const context = { reference, before: null, access, now };
        const after = await prepareDocument(manager, document, context);
        await writeRecord(manager, { ...context, action: 'created', after, note });
        return await readBack(manager, reference, access);
      };
      return await once(manager, request, { work, now });
    });
  }

  /**
   * @throws RecordNotFoundError, StaleRecordError, NeedsReviewError
   * @throws RecordConflictError when something refers to it
   */
  async delete(
    { reference, version, note }: Omit<RecordEdit, 'document'>,
    access: Access,
    now: Date,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const before = await lockVersion(manager, { reference, version }, access);
      assertReviewed(this.fourEyes, before.document, null);
      await deleteStored(manager, before, { note, access, now });
    });
  }
}

/** Reads a record for a change. @throws StaleRecordError when it has another version */
export async function lockVersion(
  manager: EntityManager,
  { reference, version }: Pick<RecordEdit, 'reference' | 'version'>,
  access: Access,
): Promise<StoredRecord> {
  const before = await readStoredRecord(manager, reference, { access, lock: 'UPDATE' });
  if (before.version !== version) throw new StaleRecordError(visibleRecord(before, access));
  return before;
}

/** Deletes a record that is locked, and leaves a tombstone. @returns the number of the revision */
export async function deleteStored(
  manager: EntityManager,
  before: StoredRecord,
  { note, access, now }: { note: RevisionNote; access: Access; now: Date },
): Promise<string> {
  const { kind, id } = before;
  const reference = { kind, id };
  await assertUnreferenced(manager, reference);
  await addTombstone(manager, before, now);
  return await writeRecord(manager, {
    ...{ reference, before, access, now, note },
    action: 'deleted',
    after: null,
  });
}

/** Returns a record as it is after a change. */
export async function readBack(
  manager: EntityManager,
  reference: RecordReference,
  access: Access,
): Promise<EditedRecord> {
  // The change was allowed, whatever the scope of the record is now.
  const all = { scope: null };
  const record = await readStoredRecord(manager, reference, { access: all, lock: 'SHARE' });
  return visibleRecord(record, access);
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  EditedRecord,
  NewVerification,
  RecordDocument,
  Verification,
  VerificationDays,
  VerifiedKind,
} from '#contract';
import { inTransaction } from '#database';
import { publishChange, refreshRecordSummaries } from '#directory';
import { appendAudit } from '../audit/audit.ts';
import type { Access } from '../record/author.ts';
import { RecordConflictError, RecordRejectedError } from '../record/errors.ts';
import { lockVersion, readBack } from '../record/record.repository.ts';
import type { StoredRecord } from '../record/stored-record.ts';
import { addProposal } from '../review/proposal.ts';
import { dueAfter } from './due-date.ts';

/** An attempt to verify a record, as it was sent. */
export interface VerificationRequest {
  reference: { kind: VerifiedKind; id: string };
  /** Of the record whose values were confirmed. */
  version: number;
  verification: NewVerification;
}

/** Stores what came of attempts to verify records. */
@Injectable()
export class VerificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores an attempt. `still_right`, and `changed` after its author has saved the change, confirm
   * the record; `closed` becomes a suggestion for review.
   *
   * @throws RecordNotFoundError, StaleRecordError
   * @throws RecordConflictError when the change was not saved, or the record has no source
   * @throws RecordRejectedError for a day in the future or before the last verification
   */
  async add(
    { reference, version, verification }: VerificationRequest,
    access: Access,
    { now, days }: { now: Date; days: VerificationDays },
  ): Promise<EditedRecord> {
    return await inTransaction(this.dataSource, async (manager) => {
      const record = await lockVersion(manager, { reference, version }, access);
      const verifiedAt = timeOf(verification.date, record, now);
      const { outcome } = verification;
      const confirms = outcome === 'still_right' || outcome === 'changed';
      if (outcome === 'changed') await assertSaved(manager, record, access);
      const dueAt = confirms ? dueAfter(verifiedAt, record.document, days) : null;
      const { author } = access;
      await insertVerification(manager, { reference, verification, author, verifiedAt, dueAt });
      if (dueAt) await confirm(manager, record, { verifiedAt, dueAt });
      else await refreshRecordSummaries(manager, reference.kind, [reference.id]);
      if (outcome === 'closed')
        await proposeClosure(manager, record, { verification, access, now });
      const { kind, id } = reference;
      await appendAudit(manager, { action: outcome, by: access.author.id, kind, id }, now);
      return await readBack(manager, reference, access);
    });
  }
}

function timeOf(date: string, { verified_at }: StoredRecord, now: Date): Date {
  const today = now.toISOString().slice(0, date.length);
  const reject = (detail: string) => new RecordRejectedError([{ name: 'date', detail }]);
  if (date > today) throw reject('This day is yet to come.');
  const at = date === today ? now : new Date(`${date}T12:00:00Z`);
  if (verified_at && at < verified_at) throw reject('It was verified later than that.');
  return at;
}

async function assertSaved(
  manager: EntityManager,
  { kind, id, version }: StoredRecord,
  { author }: Access,
): Promise<void> {
  const saved = await manager.query<object[]>(
    `SELECT FROM revision WHERE record_kind = $1 AND record_id = $2 AND version = $3
        AND author_id = $4 AND action = 'updated'`,
    [kind, id, version, author.id],
  );
  if (saved.length === 0) throw new RecordConflictError('Save what has changed first.');
}

interface StoredVerification {
  reference: VerificationRequest['reference'];
  verification: Pick<Verification, 'outcome' | 'method' | 'note'>;
  /** Without an id: nobody with an account. */
  author: { id: string | null; name: string };
  verifiedAt: Date;
  dueAt: Date | null;
}

/** Stores what came of an attempt. */
export async function insertVerification(
  manager: EntityManager,
  { reference, verification, author, verifiedAt, dueAt }: StoredVerification,
): Promise<void> {
  const { outcome, method, note } = verification;
  await manager.query(
    `INSERT INTO verification (id, record_kind, record_id, outcome, method, note, verified_at, due_at,
       verified_by, author_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[randomUUID(), reference.kind, reference.id, outcome, method, note, verifiedAt, dueAt],
      ...[author.name, author.id],
    ],
  );
}

/**
 * Says that a record is right as of a time.
 *
 * @throws RecordConflictError when it has no source
 */
export async function confirm(
  manager: EntityManager,
  { kind, id, document }: StoredRecord,
  { verifiedAt, dueAt }: { verifiedAt: Date; dueAt: Date },
): Promise<void> {
  if (document.sources.length === 0) {
    throw new RecordConflictError('A record without a source cannot be verified: add one first.');
  }
  await manager.query(`DELETE FROM verification_request WHERE record_id = $1`, [id]);
  await manager.query(`UPDATE ${kind} SET verified_at = $2, due_at = $3 WHERE id = $1`, [
    id,
    verifiedAt,
    dueAt,
  ]);
  if (kind !== 'guide') await publishChange(manager, kind, [{ id, action: 'updated' }]);
}

async function proposeClosure(
  manager: EntityManager,
  record: StoredRecord,
  { verification, access, now }: { verification: NewVerification; access: Access; now: Date },
): Promise<void> {
  const what = verification.note ?? 'It has closed.';
  await addProposal(manager, record, {
    document: closed(record.document, verification),
    text: what,
    note: {
      reason: what,
      source: { url: null, what: 'An attempt to verify it', date: verification.date },
    },
    author: access.author,
    now,
  });
}

function closed(document: RecordDocument, { note }: NewVerification): RecordDocument {
  if ('published' in document) return { ...document, published: false };
  if ('ice_code' in document) return { ...document, note: note ?? 'It has closed.' };
  if (!('services' in document)) return document;
  const closure = { closed_on: null, what_happened: note ?? 'It has closed.', still_there: null };
  return { ...document, status: 'closed', closure };
}

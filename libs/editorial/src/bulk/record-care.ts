import type { EntityManager } from 'typeorm';
import type { BulkOutcome, EditedKind, RecordScope, VerifiedKind } from '#contract';
import { refreshRecordSummaries } from '#directory';
import { appendAudit } from '../audit/audit.ts';
import { type Access, inScope, type RecordReference, scopeParameter } from '../record/author.ts';
import { OutOfScopeError, RecordConflictError, RecordNotFoundError } from '../record/errors.ts';

/** Somebody who is to look after records, and those that they may verify. */
export interface Assignee {
  id: string;
  scope: RecordScope | null;
}

interface By {
  access: Access;
  now: Date;
}

/**
 * Lets somebody look after a record, or nobody.
 *
 * @returns who looked after it before; undefined: nothing was changed
 * @throws RecordNotFoundError when it is not in the author's scope
 * @throws OutOfScopeError when it is not in the assignee's scope
 */
export async function assignRecord(
  manager: EntityManager,
  reference: RecordReference,
  { assignee, access, now }: By & { assignee: Assignee | null },
): Promise<string | null | undefined> {
  await assertInScope(manager, reference, access.scope);
  if (assignee) {
    await assertInScope(manager, reference, assignee.scope).catch(() => {
      throw new OutOfScopeError('They may not verify it.');
    });
  }
  const before = await assigneeOf(manager, reference.id);
  if (before === (assignee?.id ?? null)) return undefined;
  await storeAssignee(manager, reference, { assigneeId: assignee?.id ?? null, now });
  await appendAudit(manager, { action: 'assigned', by: access.author.id, ...reference }, now);
  return before;
}

/**
 * Gives a record back to who looked after it before somebody else was assigned.
 *
 * @returns whether it was still assigned like that
 */
export async function restoreAssignee(
  manager: EntityManager,
  reference: RecordReference,
  { from, to, access, now }: By & { from: string | null; to: string | null },
): Promise<BulkOutcome> {
  await assertInScope(manager, reference, access.scope);
  if ((await assigneeOf(manager, reference.id)) !== from) return 'changed_since';
  await storeAssignee(manager, reference, { assigneeId: to, now });
  await appendAudit(manager, { action: 'assigned', by: access.author.id, ...reference }, now);
  return 'done';
}

/**
 * Puts a record into the verification queue, whenever it is due.
 *
 * @throws RecordNotFoundError when it is not in the scope
 * @throws RecordConflictError for what nobody verifies
 */
export async function requestVerification(
  manager: EntityManager,
  reference: RecordReference,
  { access, now }: By,
): Promise<BulkOutcome> {
  const { harm } = await assertInScope(manager, reference, access.scope);
  const { kind, id } = reference;
  if (harm === null) throw new RecordConflictError('It is closed, or nobody verifies it.');
  const added = await manager.query<object[]>(
    `INSERT INTO verification_request (record_id, record_kind, requested_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING record_id`,
    [id, kind, now],
  );
  if (added.length === 0) return 'unchanged';
  await refreshRecordSummaries(manager, kind as VerifiedKind, [id]);
  await appendAudit(manager, { action: 'requested', by: access.author.id, ...reference }, now);
  return 'done';
}

/** Takes a request for a verification back, unless somebody has verified the record since. */
export async function withdrawRequest(
  manager: EntityManager,
  reference: RecordReference,
  { access, now }: By,
): Promise<BulkOutcome> {
  await assertInScope(manager, reference, access.scope);
  const { kind, id } = reference;
  const [removed] = await manager.query<[object[], number]>(
    `DELETE FROM verification_request WHERE record_id = $1 RETURNING record_id`,
    [id],
  );
  if (removed.length === 0) return 'changed_since';
  await refreshRecordSummaries(manager, kind as VerifiedKind, [id]);
  await appendAudit(manager, { action: 'withdrawn', by: access.author.id, ...reference }, now);
  return 'done';
}

/** Keeps others from changing who looks after it. @throws RecordNotFoundError */
async function assertInScope(
  manager: EntityManager,
  { kind, id }: { kind: EditedKind; id: string },
  scope: RecordScope | null,
): Promise<{ harm: string | null }> {
  const [found] = await manager.query<{ harm: string | null }[]>(
    `SELECT harm FROM record_summary WHERE id = $1 AND kind = $3 AND ${inScope(2)} FOR UPDATE`,
    [id, scopeParameter(scope), kind],
  );
  if (!found) throw new RecordNotFoundError();
  return found;
}

async function assigneeOf(manager: EntityManager, id: string): Promise<string | null> {
  const [row] = await manager.query<{ assignee_id: string }[]>(
    `SELECT assignee_id FROM assignment WHERE record_id = $1`,
    [id],
  );
  return row?.assignee_id ?? null;
}

async function storeAssignee(
  manager: EntityManager,
  { kind, id }: RecordReference,
  { assigneeId, now }: { assigneeId: string | null; now: Date },
): Promise<void> {
  if (assigneeId === null) {
    await manager.query(`DELETE FROM assignment WHERE record_id = $1`, [id]);
    return;
  }
  // Their account may have been deleted meanwhile.
  await manager.query(
    `INSERT INTO assignment (record_id, record_kind, assignee_id, assigned_at)
     SELECT $1, $2, id, $4 FROM account_user WHERE id = $3
     ON CONFLICT (record_id) DO UPDATE
       SET assignee_id = excluded.assignee_id, assigned_at = excluded.assigned_at`,
    [id, kind, assigneeId, now],
  );
}

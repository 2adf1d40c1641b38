import type { EntityManager } from 'typeorm';
import {
  type BulkChange,
  type BulkOutcome,
  differencesOf,
  type RevisionNote,
  type SelectedRecord,
} from '#contract';
import type { Access } from '../record/author.ts';
import {
  OutOfScopeError,
  RecordConflictError,
  RecordNotFoundError,
  RecordRejectedError,
  StaleRecordError,
} from '../record/errors.ts';
import { needsFourEyes } from '../record/four-eyes.ts';
import { lockVersion } from '../record/record.repository.ts';
import { prepareDocument, writeRecord } from '../record/save-record.ts';
import { editInBulk } from './bulk-edit.ts';
import { type Assignee, assignRecord, requestVerification } from './record-care.ts';

/** What is done with each record, and by whom. */
export interface BulkContext {
  change: BulkChange;
  note: RevisionNote | null;
  assignee: Assignee | null;
  access: Access;
  now: Date;
}

/** What became of a record, with what its undo needs. */
export interface RecordOutcome {
  outcome: BulkOutcome;
  detail?: string;
  version?: number;
  revision?: string;
  formerAssignee?: string | null;
}

/** Changes one record. @throws the errors that `outcomeOf` explains */
export async function applyToRecord(
  manager: EntityManager,
  record: SelectedRecord,
  context: BulkContext,
): Promise<RecordOutcome> {
  const { kind, id } = record;
  const { change, assignee, access, now } = context;
  if (change.action === 'assign') {
    const formerAssignee = await assignRecord(manager, { kind, id }, { assignee, access, now });
    if (formerAssignee === undefined) return { outcome: 'unchanged' };
    return { outcome: 'done', formerAssignee };
  }
  if (change.action === 'request_verification') {
    return { outcome: await requestVerification(manager, { kind, id }, { access, now }) };
  }
  return await changeField(manager, record, context);
}

async function changeField(
  manager: EntityManager,
  { version, ...reference }: SelectedRecord,
  { change, note, access, now }: BulkContext,
): Promise<RecordOutcome> {
  const before = await lockVersion(manager, { reference, version }, access);
  const edit = editInBulk(before.document, change);
  if ('refused' in edit) return { outcome: 'refused', detail: edit.refused };
  if (differencesOf(before.document, edit.document).length === 0) return { outcome: 'unchanged' };
  // Nothing was withheld from what is stored.
  const context = { reference, before, access: { ...access, confidential: true }, now };
  const after = await prepareDocument(manager, edit.document, context);
  if (needsFourEyes(before.document, after)) {
    return {
      outcome: 'refused',
      detail: 'Somebody else has to confirm that: change it by itself.',
    };
  }
  const revision = await writeRecord(manager, {
    ...context,
    access,
    action: 'updated',
    after,
    note,
  });
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT version FROM record_summary WHERE id = $1`,
    [reference.id],
  );
  return { outcome: 'done', revision, version: row?.version ?? version + 1 };
}

/** Returns what became of a record whose change has failed. @throws what nobody expects */
export function outcomeOf(error: unknown): RecordOutcome {
  if (error instanceof StaleRecordError) return { outcome: 'changed_since' };
  if (error instanceof RecordNotFoundError) return { outcome: 'not_found' };
  const isRefusal = [RecordRejectedError, RecordConflictError, OutOfScopeError].some(
    (kind) => error instanceof kind,
  );
  if (isRefusal) return { outcome: 'refused', detail: (error as Error).message };
  throw error;
}

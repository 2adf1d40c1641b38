import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  BulkChange,
  BulkOutcome,
  BulkResult,
  BulkUndoReport,
  EditedKind,
  RevisionNote,
} from '#contract';
import { inTransaction } from '#database';
import { revertRevision } from '../history/revision.repository.ts';
import type { Access } from '../record/author.ts';
import { RecordNotFoundError } from '../record/errors.ts';
import { outcomeOf } from './apply-to-record.ts';
import { restoreAssignee, withdrawRequest } from './record-care.ts';

/** Records that one request takes back. */
const PART = 50;

interface ChangedRecord {
  kind: EditedKind;
  id: string;
  version: number | null;
  revision: string | null;
  former_assignee_id: string | null;
}

interface UndoContext {
  bulkChangeId: string;
  change: BulkChange;
  note: RevisionNote;
  access: Access;
  now: Date;
}

/** Takes bulk changes back. */
@Injectable()
export class BulkUndoRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a part of a bulk change back: each record that nobody changed since is what it was before.
   * Call it again until nothing is left.
   *
   * @param note where the revisions say that they come from
   * @throws RecordNotFoundError when it is not a bulk change of the author
   */
  async undo(
    bulkChangeId: string,
    { note, access, now }: Pick<UndoContext, 'note' | 'access' | 'now'>,
  ): Promise<BulkUndoReport> {
    const change = await this.begin(bulkChangeId, access, now);
    const context = { bulkChangeId, change, note, access, now };
    const results: BulkResult[] = [];
    for (const record of await this.remaining(bulkChangeId, PART)) {
      results.push(await this.undoOnce(record, context));
    }
    return { results, left: (await this.remaining(bulkChangeId, null)).length };
  }

  private async begin(id: string, { author }: Access, now: Date): Promise<BulkChange> {
    const [rows] = await this.dataSource.query<[{ change: BulkChange }[], number]>(
      `UPDATE bulk_change SET undone_at = coalesce(undone_at, $3)
        WHERE id = $1 AND author_id = $2 RETURNING change`,
      [id, author.id, now],
    );
    if (!rows[0]) throw new RecordNotFoundError();
    return rows[0].change;
  }

  private async remaining(id: string, limit: number | null): Promise<ChangedRecord[]> {
    return await this.dataSource.query<ChangedRecord[]>(
      `SELECT record_kind AS kind, record_id AS id, version, revision_id::text AS revision,
         former_assignee_id
         FROM bulk_change_record
        WHERE bulk_change_id = $1 AND outcome = 'done' AND undo_outcome IS NULL
        ORDER BY record_id LIMIT $2`,
      [id, limit],
    );
  }

  private async undoOnce(record: ChangedRecord, context: UndoContext): Promise<BulkResult> {
    const { kind, id } = record;
    const { bulkChangeId } = context;
    try {
      return await inTransaction(this.dataSource, async (manager) => {
        const known = await knownOutcome(manager, bulkChangeId, id);
        const outcome = known ?? (await undoRecord(manager, record, context));
        return await storeOutcome(manager, record, { ...context, outcome, detail: null });
      });
    } catch (error) {
      const { outcome, detail = null } = outcomeOf(error);
      const failure = { ...context, outcome, detail };
      return await inTransaction(this.dataSource, (manager) =>
        storeOutcome(manager, { kind, id }, failure),
      );
    }
  }
}

/** Equal requests wait here for each other. @returns null: nobody has taken it back */
async function knownOutcome(
  manager: EntityManager,
  bulkChangeId: string,
  recordId: string,
): Promise<BulkOutcome | null> {
  const [row] = await manager.query<{ outcome: BulkOutcome | null }[]>(
    `SELECT undo_outcome AS outcome FROM bulk_change_record
      WHERE bulk_change_id = $1 AND record_id = $2 FOR UPDATE`,
    [bulkChangeId, recordId],
  );
  return row?.outcome ?? null;
}

async function undoRecord(
  manager: EntityManager,
  { kind, id, version, revision, former_assignee_id: to }: ChangedRecord,
  { change, note, access, now }: UndoContext,
): Promise<BulkOutcome> {
  const reference = { kind, id };
  if (change.action === 'assign') {
    return await restoreAssignee(manager, reference, { from: change.value, to, access, now });
  }
  if (change.action === 'request_verification') {
    return await withdrawRequest(manager, reference, { access, now });
  }
  if (revision === null || version === null) throw new RecordNotFoundError();
  const revert = { reference, revision, what: 'change' as const, version, note };
  await revertRevision(manager, revert, { access, now });
  return 'done';
}

async function storeOutcome(
  manager: EntityManager,
  { kind, id }: Pick<ChangedRecord, 'kind' | 'id'>,
  { bulkChangeId, outcome, detail }: UndoContext & Pick<BulkResult, 'outcome' | 'detail'>,
): Promise<BulkResult> {
  await manager.query(
    `UPDATE bulk_change_record SET undo_outcome = $3
      WHERE bulk_change_id = $1 AND record_id = $2`,
    [bulkChangeId, id, outcome],
  );
  return { kind, id, outcome, detail };
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type BulkChange,
  type BulkChangeReport,
  type BulkChangeSummary,
  type BulkResult,
  MAX_BULK_RECORDS,
  type RevisionNote,
  type SelectedRecord,
} from '#contract';
import { inTransaction } from '#database';
import type { Access } from '../record/author.ts';
import { RecordConflictError, RecordNotFoundError } from '../record/errors.ts';
import {
  applyToRecord,
  type BulkContext,
  outcomeOf,
  type RecordOutcome,
} from './apply-to-record.ts';
import type { Assignee } from './record-care.ts';

const LATEST = 10;

/** A part of a bulk change as it was sent. */
export interface BulkRequest {
  /** The `Idempotency-Key`: parts with the same one are one change. */
  key: string;
  change: BulkChange;
  note: RevisionNote | null;
  records: SelectedRecord[];
  /** Of `assign`; null: nobody. */
  assignee: Assignee | null;
}

interface StoredBulkChange {
  id: string;
  same: boolean;
  undone: boolean;
}

/**
 * Changes many records, each in a transaction of its own: a record is changed as a whole or not at
 * all, and readers wait for one of them at the most.
 */
@Injectable()
export class BulkChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Changes records. Sent again, it changes nothing and says the same of each record.
   *
   * @throws RecordConflictError for a key of another change or of one that was undone, and for too
   *   many records in all
   */
  async apply(request: BulkRequest, access: Access, now: Date): Promise<BulkChangeReport> {
    const id = await this.begin(request, access, now);
    const { change, note, assignee } = request;
    const context: BulkContext = { change, note, assignee, access, now };
    const results: BulkResult[] = [];
    for (const record of request.records) {
      results.push(await this.applyOnce(id, record, context));
    }
    return { id, results };
  }

  /** Returns the latest bulk changes of an account, the newest first. */
  async latest({ author }: Pick<Access, 'author'>): Promise<BulkChangeSummary[]> {
    return await this.dataSource.query<BulkChangeSummary[]>(
      `SELECT id, change, to_json(made_at)#>>'{}' AS made_at, to_json(undone_at)#>>'{}' AS undone_at,
         (SELECT count(*)::integer FROM bulk_change_record
           WHERE bulk_change_id = bulk_change.id AND outcome = 'done') AS done
         FROM bulk_change WHERE author_id = $1 ORDER BY bulk_change.made_at DESC, id LIMIT $2`,
      [author.id, LATEST],
    );
  }

  private async begin(
    { key, change, note, records }: BulkRequest,
    { author }: Access,
    now: Date,
  ): Promise<string> {
    return await inTransaction(this.dataSource, async (manager) => {
      const content = [JSON.stringify(change), note && JSON.stringify(note)];
      await manager.query(
        `INSERT INTO bulk_change (author_id, key, change, note, made_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [author.id, key, ...content, now],
      );
      const [stored] = await manager.query<StoredBulkChange[]>(
        `SELECT id, undone_at IS NOT NULL AS undone,
           change = $3::jsonb AND note IS NOT DISTINCT FROM $4::jsonb AS same
           FROM bulk_change WHERE author_id = $1 AND key = $2 FOR UPDATE`,
        [author.id, key, ...content],
      );
      if (!stored?.same) {
        throw new RecordConflictError('Another change was sent with this Idempotency-Key.');
      }
      if (stored.undone) throw new RecordConflictError('This change was undone.');
      await assertNotTooMany(manager, stored.id, records);
      return stored.id;
    });
  }

  private async applyOnce(
    bulkChangeId: string,
    record: SelectedRecord,
    context: BulkContext,
  ): Promise<BulkResult> {
    const { kind, id } = record;
    try {
      return await inTransaction(this.dataSource, async (manager) => {
        const known = await knownResult(manager, bulkChangeId, record);
        if (known) return known;
        const outcome = await applyToRecord(manager, record, context);
        return await storeOutcome(manager, { bulkChangeId, record, outcome });
      });
    } catch (error) {
      // What the failed attempt has written is rolled back by now.
      const outcome = outcomeOf(error);
      return await inTransaction(this.dataSource, async (manager) => {
        const known = await knownResult(manager, bulkChangeId, { kind, id });
        return known ?? (await storeOutcome(manager, { bulkChangeId, record, outcome }));
      });
    }
  }
}

async function assertNotTooMany(
  manager: EntityManager,
  id: string,
  records: SelectedRecord[],
): Promise<void> {
  const [row] = await manager.query<{ known: number }[]>(
    `SELECT count(*)::integer AS known FROM bulk_change_record
      WHERE bulk_change_id = $1 AND NOT record_id = ANY($2::uuid[])`,
    [id, records.map((record) => record.id)],
  );
  if ((row?.known ?? 0) + records.length <= MAX_BULK_RECORDS) return;
  throw new RecordConflictError(`One change is about ${MAX_BULK_RECORDS} records at most.`);
}

/** Equal requests wait here for each other. @throws RecordNotFoundError when it is gone */
async function knownResult(
  manager: EntityManager,
  bulkChangeId: string,
  { kind, id }: Pick<SelectedRecord, 'kind' | 'id'>,
): Promise<BulkResult | null> {
  const found = await manager.query<object[]>(`SELECT FROM bulk_change WHERE id = $1 FOR UPDATE`, [
    bulkChangeId,
  ]);
  if (found.length === 0) throw new RecordNotFoundError();
  const [known] = await manager.query<Pick<BulkResult, 'outcome' | 'detail'>[]>(
    `SELECT outcome, detail FROM bulk_change_record
      WHERE bulk_change_id = $1 AND record_id = $2`,
    [bulkChangeId, id],
  );
  return known ? { kind, id, ...known } : null;
}

async function storeOutcome(
  manager: EntityManager,
  {
    bulkChangeId,
    record: { kind, id },
    outcome,
  }: { bulkChangeId: string; record: SelectedRecord; outcome: RecordOutcome },
): Promise<BulkResult> {
  const { detail = null, version = null, revision = null, formerAssignee = null } = outcome;
  await manager.query(
    `INSERT INTO bulk_change_record (bulk_change_id, record_id, record_kind, outcome, detail, version,
       revision_id, former_assignee_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [bulkChangeId, id, kind, outcome.outcome, detail, version, revision, formerAssignee],
  );
  return { kind, id, outcome: outcome.outcome, detail };
}

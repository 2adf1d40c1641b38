import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type DueRecord,
  type Verification,
  type VerificationHarm,
  type VerifiedKind,
  verificationHarms,
} from '#contract';
import { inTransaction } from '#database';
import { type Keyset, type KeysetPage, toKeysetPage } from '#directory';
import { type Access, inScope, type RecordReference, scopeParameter } from '../record/author.ts';
import { assignedTo } from '../record/record-filter.ts';
import { readStoredRecord, visibleRecord } from '../record/stored-record.ts';
import { groupsFrom, TRIED_POSITION, triedFrom } from './queue-groups.ts';
import { phoneToCall, topicsOf } from './topics.ts';

/** A record that nobody reached is not the next one again for two days. */
const RETRY = `interval '2 days'`;
const MAX_ATTEMPTS = 5;

/**
 * SQL for what waits for a verification. $1: the time of the request, $2: the scope, $3: kinds,
 * $4: who looks after it: an account, `nobody`, or null.
 */
const DUE = `harm IS NOT NULL AND queue_from <= $1::timestamptz AND kind = ANY($3::text[])
  AND ${inScope(2)}
  AND ${assignedTo(4)}`;
const TRIED = `attempted_at > $1::timestamptz - ${RETRY}`;
const MOMENT = `CASE WHEN moment = '-infinity' THEN ''
  ELSE to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END`;

// $5: the groups to read and where each begins, $6: how many rows, $7 and $8: where those that
// somebody tried in vain begin. Each group is read in the order of the index, and only as far as a
// page needs.
const PAGE = `
  SELECT id, kind, name, harm, position || ' ' || ${MOMENT} AS sort_key FROM (
    SELECT position, row.*
      FROM jsonb_to_recordset($5::jsonb)
        AS queue_group(position integer, harm text, seen smallint, after timestamptz, after_id uuid)
      CROSS JOIN LATERAL (
        SELECT id, kind, name, harm, queue_from AS moment FROM record_summary
         WHERE harm = queue_group.harm AND seen = queue_group.seen
           AND (queue_from, id) > (queue_group.after, queue_group.after_id)
           AND ${DUE} AND (${TRIED}) IS NOT TRUE
         ORDER BY queue_from, id LIMIT $6) AS row
    UNION ALL
    SELECT ${TRIED_POSITION}, id, kind, name, harm, attempted_at FROM record_summary
     WHERE ${DUE} AND ${TRIED} AND (attempted_at, id) > ($7::timestamptz, $8::uuid)
  ) AS queue
  ORDER BY position, moment, id LIMIT $6`;

export interface QueueQuery {
  kinds: VerifiedKind[];
  /** Id of the account that looks after the records, or `nobody`; null: whoever does. */
  assignee: string | null;
  from: Keyset | null;
  limit: number;
}

interface QueueRow extends RecordReference {
  name: string;
  harm: VerificationHarm;
  sort_key: string;
}

/** Reads which records should be verified: the most harmful first, then what is seen most, then the oldest. */
@Injectable()
export class VerificationQueueRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param now decides what is due */
  async page(
    { kinds, assignee, from, limit }: QueueQuery,
    access: Access,
    now: Date,
  ): Promise<KeysetPage<DueRecord> & { total: number }> {
    return await inTransaction(this.dataSource, async (manager) => {
      const parameters = [now, scopeParameter(access.scope), kinds, assignee];
      const [count] = await manager.query<{ total: number }[]>(
        `SELECT count(*)::integer AS total FROM record_summary WHERE ${DUE}`,
        parameters,
      );
      const tried = triedFrom(from);
      const rows = await manager.query<QueueRow[]>(PAGE, [
        ...parameters,
        ...[JSON.stringify(groupsFrom(from)), limit + 1, tried.after, tried.after_id],
      ]);
      const page = toKeysetPage(rows, limit, from);
      const records: DueRecord[] = [];
      for (const row of page.rows) records.push(await dueRecord(manager, row, access));
      return { ...page, previous: null, rows: records, total: count?.total ?? 0 };
    });
  }

  /** Counts what is due by why it should be verified. */
  async counts(
    { scope }: Pick<Access, 'scope'>,
    kinds: VerifiedKind[],
    now: Date,
  ): Promise<{ harm: VerificationHarm; count: number }[]> {
    const rows = await this.dataSource.query<{ harm: VerificationHarm; count: number }[]>(
      `SELECT harm, count(*)::integer AS count FROM record_summary WHERE ${DUE} GROUP BY harm`,
      [now, scopeParameter(scope), kinds, null],
    );
    const counts = new Map(rows.map(({ harm, count }) => [harm, count]));
    return verificationHarms.map((harm) => ({ harm, count: counts.get(harm) ?? 0 }));
  }
}

async function dueRecord(
  manager: EntityManager,
  { kind, id, name, harm }: QueueRow,
  access: Access,
): Promise<DueRecord> {
  const stored = await readStoredRecord(manager, { kind, id }, { access, lock: 'SHARE' });
  const record = visibleRecord(stored, access);
  const attempts = await manager.query<Verification[]>(
    `SELECT outcome, method, note, to_json(verified_at)#>>'{}' AS verified_at, verified_by
       FROM verification WHERE record_id = $1 ORDER BY verification.verified_at DESC LIMIT $2`,
    [id, MAX_ATTEMPTS],
  );
  return {
    harm,
    name,
    record,
    phone: phoneToCall(record.document),
    topics: topicsOf(record.document),
    attempts,
  };
}

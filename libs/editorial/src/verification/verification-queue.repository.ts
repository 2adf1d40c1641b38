import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type DueRecord,
  type Verification,
  type VerificationHarm,
  verificationHarms,
} from '#contract';
import { inTransaction } from '#database';
import { type Keyset, type KeysetPage, toKeysetPage } from '#directory';
import {
  type Access,
  inScope,
  type RecordReference,
  SCOPED_RECORDS,
  scopeParameter,
} from '../record/author.ts';
import { readStoredRecord, visibleRecord } from '../record/stored-record.ts';
import { phoneToCall, topicsOf } from './topics.ts';

/** A record that nobody reached is not the next one again for two days. */
const RETRY = `interval '2 days'`;
const MAX_ATTEMPTS = 5;

/** Ranks of harm, by their place in the list of the contract. */
const rank = (harm: VerificationHarm) => verificationHarms.indexOf(harm);

// $1: the time of the request, $2: the scope, $3: kinds.
const QUEUE = `
  SELECT kind, id, name, harm,
    concat(coalesce(attempted_at > $1::timestamptz - ${RETRY}, false)::integer, harm,
      to_char(coalesce(due_at, 'epoch') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')) AS sort_key
    FROM (
      SELECT record.kind, record.id, name, due_at,
        CASE WHEN last.outcome = 'wrong_number' THEN NULL ELSE last.verified_at END AS attempted_at,
        CASE
          WHEN last.outcome = 'wrong_number' THEN ${rank('wrong_number')}
          WHEN status = 'unknown' AND kind = 'organization' THEN ${rank('possibly_closed')}
          WHEN EXISTS (SELECT FROM speed_dial WHERE status IN ('working', 'unverified')
            AND (speed_dial.organization_id = record.id OR help_line_id = record.id))
            THEN ${rank('code')}
          WHEN record.verified_at IS NULL THEN ${rank('never')}
          ELSE ${rank('due')} END AS harm
        FROM (${SCOPED_RECORDS}) AS record
        LEFT JOIN LATERAL (
          SELECT outcome, verified_at FROM verification
           WHERE record_id = record.id AND verified_at > coalesce(record.verified_at, '-infinity')
           ORDER BY verified_at DESC LIMIT 1) AS last ON true
       WHERE kind = ANY($3::text[]) AND (due_at IS NULL OR due_at <= $1) AND ${inScope(2)}
         AND status <> 'closed' AND NOT (kind = 'help_line' AND status = 'unknown')
    ) AS due`;

export interface QueueQuery {
  kinds: string[];
  from: Keyset | null;
  limit: number;
}

interface QueueRow extends RecordReference {
  name: string;
  harm: number;
  sort_key: string;
}

/** Reads which records should be verified, the most harmful first. */
@Injectable()
export class VerificationQueueRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param now decides what is due */
  async page(
    { kinds, from, limit }: QueueQuery,
    access: Access,
    now: Date,
  ): Promise<KeysetPage<DueRecord> & { total: number }> {
    return await inTransaction(this.dataSource, async (manager) => {
      const parameters = [now, scopeParameter(access.scope), kinds];
      const [count] = await manager.query<{ total: number }[]>(
        `SELECT count(*)::integer AS total FROM (${QUEUE}) AS queue`,
        parameters,
      );
      const rows = await manager.query<QueueRow[]>(
        `SELECT * FROM (${QUEUE}) AS queue
          WHERE $4::text IS NULL OR (sort_key COLLATE "C", id) > ($4, $5::uuid)
          ORDER BY sort_key COLLATE "C", id LIMIT $6`,
        [...parameters, from?.key ?? null, from?.id ?? null, limit + 1],
      );
      const page = toKeysetPage(rows, limit, from);
      const records: DueRecord[] = [];
      for (const row of page.rows) records.push(await dueRecord(manager, row, access));
      return { ...page, previous: null, rows: records, total: count?.total ?? 0 };
    });
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
    harm: verificationHarms[harm] as VerificationHarm,
    name,
    record,
    phone: phoneToCall(record.document),
    topics: topicsOf(record.document),
    attempts,
  };
}

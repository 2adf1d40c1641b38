import type { DueRecord, EditedRecord, NewVerification } from '#contract';
import { ifMatch, recordPath } from './records.ts';
import { request } from './request.ts';

export interface DuePage {
  items: DueRecord[];
  /** Where the next ones begin; null: there are none. */
  next: string | null;
  total: number;
}

interface DueQuery {
  /** null: from the beginning. */
  cursor: string | null;
  limit: number;
  /** `me`: only those that the account looks after. */
  assigned: 'me' | null;
}

/** Returns the records that are due, the most harmful first. */
export async function readDueRecords({ cursor, limit, assigned }: DueQuery): Promise<DuePage> {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(cursor ? { cursor } : {}),
    ...(assigned ? { assigned } : {}),
  });
  return (await request<DuePage>(`/v1/admin/verification-queue?${query}`)).body;
}

/** @param record whose values were read out */
export async function verifyRecord(
  record: EditedRecord,
  outcome: NewVerification,
): Promise<EditedRecord> {
  const { body } = await request<EditedRecord>(`${recordPath(record)}/verifications`, {
    method: 'POST',
    body: outcome,
    headers: ifMatch(record.version),
  });
  return body;
}

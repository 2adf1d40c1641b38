import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { RecordConflictError } from './errors.ts';

/** A request that may be sent twice. */
export interface RepeatableRequest {
  /** Id of the account that sends it; null: the operator, who repeats nothing. */
  authorId: string | null;
  /** The `Idempotency-Key`; null: it was sent without one. */
  key: string | null;
  /** What is asked for: another request with the same key is refused. */
  content: unknown;
}

/**
 * Does the work of a request once: the same request with the same key gets the response of the first
 * one for a day.
 *
 * @throws RecordConflictError when another request has the key
 */
export async function once<Response extends object>(
  manager: EntityManager,
  { authorId, key, content }: RepeatableRequest,
  { work, now }: { work: () => Promise<Response>; now: Date },
): Promise<Response> {
  if (key === null || authorId === null) return await work();
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest();
  await manager.query(
    `DELETE FROM idempotency_key WHERE made_at < $1::timestamptz - interval '1 day'`,
    [now],
  );
  // A request that is in progress with the same key is waited for.
  const [added] = await manager.query<{ key: string }[]>(
    `INSERT INTO idempotency_key (author_id, key, fingerprint, made_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [authorId, key, fingerprint, now],
  );
  if (!added) return await repeated<Response>(manager, { authorId, key, fingerprint });
  const response = await work();
  await manager.query(
    `UPDATE idempotency_key SET response = $3 WHERE author_id = $1 AND key = $2`,
    [authorId, key, JSON.stringify(response)],
  );
  return response;
}

async function repeated<Response>(
  manager: EntityManager,
  { authorId, key, fingerprint }: { authorId: string; key: string; fingerprint: Buffer },
): Promise<Response> {
  const [row] = await manager.query<{ response: Response; same: boolean }[]>(
    `SELECT response, fingerprint = $3 AS same FROM idempotency_key
      WHERE author_id = $1 AND key = $2`,
    [authorId, key, fingerprint],
  );
  if (!row?.same)
    throw new RecordConflictError('Another request was sent with this Idempotency-Key.');
  return row.response;
}

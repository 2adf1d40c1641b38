import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** What happened, in ids and hashes alone: it is never erased. */
export interface AuditEntry {
  action: string;
  /** Id of the account; null: the operator or a job. */
  by: string | null;
  kind: string;
  id: string;
  [detail: string]: string | number | null;
}

/** The number and the hash of the last row of the log, to store elsewhere. */
export interface AuditHead {
  seq: number;
  /** Hexadecimal. */
  hash: string;
}

export type AuditCheck =
  | { ok: true; rows: number; head: AuditHead }
  /** `seq` is that of the first row that is wrong or missing. */
  | { ok: false; seq: number; reason: 'changed' | 'missing' | 'inserted' | 'head' };

/**
 * Appends to the audit log, each row of which has the hash of the one before it. Call it last in the
 * transaction of what it is about: writers wait for each other from here on.
 */
export async function appendAudit(
  manager: EntityManager,
  entry: AuditEntry,
  at: Date,
): Promise<void> {
  await manager.query(
    `WITH head AS (
       INSERT INTO audit_head (seq, hash) VALUES (1, sha256(convert_to($1, 'UTF8')))
       ON CONFLICT (one) DO UPDATE
         SET seq = audit_head.seq + 1, hash = sha256(audit_head.hash || convert_to($1, 'UTF8'))
       RETURNING seq, hash)
     INSERT INTO audit (seq, entry, hash) SELECT seq, $1, hash FROM head`,
    [JSON.stringify({ at: at.toISOString(), ...entry })],
  );
}

/** Returns the hash of a document, by which the log names it; null: there is none. */
export function documentHash(document: object | null): string | null {
  return document && createHash('sha256').update(JSON.stringify(document)).digest('hex');
}

/**
 * Checks the whole log: that each row follows from the one before it, and the last one is that of
 * the head.
 *
 * @param known a head that was stored elsewhere, which the log must contain
 */
export async function auditCheck(manager: EntityManager, known?: AuditHead): Promise<AuditCheck> {
  const [wrong] = await manager.query<{ seq: string; expected: string; is_hash: boolean }[]>(
    `SELECT seq, expected, seq = expected AS is_hash FROM (
       SELECT seq, hash, row_number() OVER (ORDER BY seq) AS expected,
         sha256(coalesce(lag(hash) OVER (ORDER BY seq), '') || convert_to(entry, 'UTF8')) AS right_hash
         FROM audit) AS row
      WHERE seq <> expected OR hash <> right_hash ORDER BY expected LIMIT 1`,
  );
  if (wrong) {
    if (wrong.is_hash) return { ok: false, seq: Number(wrong.seq), reason: 'changed' };
    return Number(wrong.seq) < Number(wrong.expected)
      ? { ok: false, seq: Number(wrong.seq), reason: 'inserted' }
      : { ok: false, seq: Number(wrong.expected), reason: 'missing' };
  }
  return await checkEnd(manager, known);
}

async function checkEnd(manager: EntityManager, known?: AuditHead): Promise<AuditCheck> {
  const [head] = await manager.query<{ seq: string; hash: string }[]>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM audit_head`,
  );
  const rows = await manager.query<{ seq: string; hash: string }[]>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM audit
      WHERE seq = $1 OR seq = (SELECT max(seq) FROM audit) ORDER BY seq`,
    [known?.seq ?? 0],
  );
  const last = rows.at(-1) ?? { seq: '0', hash: '' };
  const headSeq = Number(head?.seq ?? 0);
  if (Number(last.seq) < headSeq) {
    return { ok: false, seq: Number(last.seq) + 1, reason: 'missing' };
  }
  if (Number(last.seq) > headSeq) return { ok: false, seq: headSeq + 1, reason: 'inserted' };
  if (last.hash !== (head?.hash ?? '')) return { ok: false, seq: headSeq, reason: 'head' };
  if (known && known.seq > 0) {
    const stored = rows.find(({ seq }) => Number(seq) === known.seq);
    if (!stored) return { ok: false, seq: headSeq + 1, reason: 'missing' };
    if (stored.hash !== known.hash) return { ok: false, seq: known.seq, reason: 'changed' };
  }
  return { ok: true, rows: headSeq, head: { seq: headSeq, hash: last.hash } };
}

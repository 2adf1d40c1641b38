import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#database';
import { type AuditCheck, type AuditHead, appendAudit, auditCheck } from './audit.ts';

/** Checks the audit log, and erases what is known of one person. */
@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param known a head that was stored elsewhere */
  async check(known?: AuditHead): Promise<AuditCheck> {
    return await inTransaction(
      this.dataSource,
      async (manager) => await auditCheck(manager, known),
    );
  }

  /**
   * Erases who somebody is, and what they wrote about their changes, from everything they did. The
   * changes stay, and so does the audit log, which has no names.
   *
   * @returns how many rows were changed
   */
  async eraseAuthor(authorId: string, by: string | null, now: Date): Promise<number> {
    return await inTransaction(this.dataSource, async (manager) => {
      const [, revisions] = await manager.query<[unknown[], number]>(
        `UPDATE revision SET author_id = NULL, author_name = NULL, reason = NULL WHERE author_id = $1`,
        [authorId],
      );
      const [, verifications] = await manager.query<[unknown[], number]>(
        `UPDATE verification SET author_id = NULL, verified_by = NULL, note = NULL
          WHERE author_id = $1`,
        [authorId],
      );
      await manager.query(
        `UPDATE suggestion SET text = 'Erased.' FROM proposal
          WHERE suggestion_id = suggestion.id AND author_id = $1`,
        [authorId],
      );
      const [, proposals] = await manager.query<[unknown[], number]>(
        `UPDATE proposal SET author_id = NULL, author_name = NULL,
           note = jsonb_set(note, '{reason}', 'null') WHERE author_id = $1`,
        [authorId],
      );
      const [, decisions] = await manager.query<[unknown[], number]>(
        `UPDATE suggestion_decision SET author_id = NULL, author_name = NULL, reason = NULL
          WHERE author_id = $1`,
        [authorId],
      );
      await manager.query(`DELETE FROM idempotency_key WHERE author_id = $1`, [authorId]);
      await manager.query(`DELETE FROM bulk_change WHERE author_id = $1`, [authorId]);
      await appendAudit(manager, { action: 'erased', by, kind: 'author', id: authorId }, now);
      return revisions + verifications + proposals + decisions;
    });
  }
}

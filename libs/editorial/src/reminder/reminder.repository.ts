import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#database';

const TOKEN_BYTES = 32;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a link confirms. */
const VALID_DAYS = 30;
/** How long after that it still unsubscribes. */
const STORED_DAYS = 150;
const BETWEEN_REMINDERS = `interval '90 days'`;

/** $1: now. Organizations that can be asked, and of which something should be verified. */
const DUE = `
  SELECT organization.id FROM organization LEFT JOIN reminder ON organization_id = organization.id
   WHERE organization.email IS NOT NULL AND status <> 'closed'
     AND (due_at IS NULL OR due_at <= $1)
     AND opted_out_at IS NULL
     AND (asked_at IS NULL OR asked_at <= $1::timestamptz - ${BETWEEN_REMINDERS})
     AND EXISTS (SELECT FROM source WHERE record_kind = 'organization' AND record_id = organization.id)`;

/** What a mail to an organization needs. */
export interface RemindedOrganization {
  name: string;
  email: string;
}

/** Who is asked by mail whether a record is still right, and the links in these mails. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns organizations to ask, those first of which nothing was ever verified. */
  async due(now: Date, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `${DUE} ORDER BY due_at NULLS FIRST, organization.id LIMIT $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Notes that an organization is asked now, unless another server has asked it meanwhile.
   *
   * @param alongside what belongs to the same transaction
   */
  async markAsked(
    id: string,
    now: Date,
    alongside: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const marked = await manager.query<unknown[]>(
        `INSERT INTO reminder (organization_id, asked_at) SELECT id, $1 FROM (${DUE}) AS due
          WHERE id = $2
         ON CONFLICT (organization_id) DO UPDATE SET asked_at = $1
           WHERE reminder.asked_at IS NULL OR reminder.asked_at <= $1::timestamptz - ${BETWEEN_REMINDERS}
         RETURNING organization_id`,
        [now, id],
      );
      if (marked.length > 0) await alongside(manager);
    });
  }

  /** Returns whom to write to; null: it should not be asked any more. */
  async receiver(id: string): Promise<RemindedOrganization | null> {
    const [found] = await this.dataSource.query<RemindedOrganization[]>(
      `SELECT name, email FROM organization LEFT JOIN reminder ON organization_id = id
        WHERE id = $1 AND email IS NOT NULL AND status <> 'closed' AND opted_out_at IS NULL`,
      [id],
    );
    return found ?? null;
  }

  /** Makes a link for an organization. @returns its token, of which only the hash is stored */
  async addLink(organizationId: string, now: Date): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY_MS);
    await this.dataSource.query(
      `INSERT INTO reminder_link (hash, organization_id, expires_at) VALUES ($1, $2, $3)`,
      [hashOf(token), organizationId, expiresAt],
    );
    return token;
  }

  /** Ends the mails to the organization of a link, whether it was used or not. @returns whether there is one */
  async optOut(token: string, now: Date): Promise<boolean> {
    const changed = await this.dataSource.query<unknown[]>(
      `INSERT INTO reminder (organization_id, opted_out_at)
       SELECT organization_id, $2 FROM reminder_link WHERE hash = $1
       ON CONFLICT (organization_id) DO UPDATE
         SET opted_out_at = coalesce(reminder.opted_out_at, excluded.opted_out_at)
       RETURNING organization_id`,
      [hashOf(token), now],
    );
    return changed.length > 0;
  }

  /** Deletes links of which not even unsubscribing is expected any more. */
  async deleteOldLinks(now: Date): Promise<void> {
    const before = new Date(now.getTime() - STORED_DAYS * DAY_MS);
    await this.dataSource.query(`DELETE FROM reminder_link WHERE expires_at < $1`, [before]);
  }
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

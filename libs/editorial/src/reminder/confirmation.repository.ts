import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OrganizationWithListings, RecordDocument, VerificationDays } from '#contract';
import { inTransaction } from '#database';
import { readPublishedOrganization, storeSuggestion } from '#directory';
import { appendAudit } from '../audit/audit.ts';
import { privatePlaces } from '../document/withhold.ts';
import { readStoredRecord, type StoredRecord } from '../record/stored-record.ts';
import { dueAfter } from '../verification/due-date.ts';
import { confirm, insertVerification } from '../verification/verification.repository.ts';
import { hashOf } from './reminder.repository.ts';

/** What a link shows: what the public sees of an organization, and the version of its record. */
export interface ShownRecord {
  organization: OrganizationWithListings;
  version: number;
}

export type LinkState = 'good' | 'used' | 'expired' | 'unknown';
/** `changed`: the record has another version than what was shown. */
export type ConfirmationOutcome = 'confirmed' | 'changed' | Exclude<LinkState, 'good'>;

const NO_SCOPE = { scope: null };
const ITSELF = { id: null, name: 'The organization itself' };

/** What organizations say about their own records, by a link that was mailed to them. */
@Injectable()
export class ConfirmationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async stateOf(token: string, now: Date): Promise<LinkState> {
    return (await readLink(this.dataSource.manager, token, now)).state;
  }

  /** Reads, as one state, what the public sees of the organization of a good link; null: it is not good. */
  async shown(token: string, now: Date): Promise<ShownRecord | null> {
    return await inTransaction(this.dataSource, async (manager) => {
      const { state, id } = await readLink(manager, token, now);
      if (state !== 'good') return null;
      const record = await lockOpen(manager, id, 'SHARE');
      const organization = record && (await readPublishedOrganization(manager, id, now));
      return organization ? { organization, version: record.version } : null;
    });
  }

  /**
   * Confirms what a link has shown, and spends it. What was not shown stays due.
   *
   * @param version of the record when it was shown
   */
  async confirm(
    token: string,
    version: number,
    { now, days }: { now: Date; days: VerificationDays },
  ): Promise<ConfirmationOutcome> {
    return await inTransaction(this.dataSource, async (manager) => {
      const { state, id } = await readLink(manager, token, now, 'FOR UPDATE');
      if (state !== 'good') return state;
      const record = await lockOpen(manager, id);
      if (!record) return 'unknown';
      if (record.version !== version) return 'changed';
      await spend(manager, token, now);
      await confirmShown(manager, record, { now, days });
      return 'confirmed' as const;
    });
  }

  /** Stores what has changed, in the words of the organization, for review, and spends the link. */
  async report(token: string, text: string, now: Date): Promise<LinkState> {
    return await inTransaction(this.dataSource, async (manager) => {
      const { state, id } = await readLink(manager, token, now, 'FOR UPDATE');
      if (state !== 'good') return state;
      if (!(await lockOpen(manager, id))) return 'unknown' as const;
      await spend(manager, token, now);
      const about = `From the organization itself, by the link that was mailed to it: ${text}`;
      await storeSuggestion(manager, { kind: 'organization', id, text: about });
      return 'good' as const;
    });
  }
}

async function readLink(
  manager: EntityManager,
  token: string,
  now: Date,
  lock: '' | 'FOR UPDATE' = '',
): Promise<{ state: LinkState; id: string }> {
  const [link] = await manager.query<{ organization_id: string; state: LinkState }[]>(
    `SELECT organization_id, CASE WHEN used_at IS NOT NULL THEN 'used'
       WHEN expires_at <= $2 THEN 'expired' ELSE 'good' END AS state
       FROM reminder_link WHERE hash = $1 ${lock}`,
    [hashOf(token), now],
  );
  return { state: link?.state ?? 'unknown', id: link?.organization_id ?? '' };
}

/** Reads and locks the record; null: it is gone or closed. */
async function lockOpen(
  manager: EntityManager,
  id: string,
  lock: 'SHARE' | 'UPDATE' = 'UPDATE',
): Promise<StoredRecord | null> {
  const [open] = await manager.query<unknown[]>(
    `SELECT FROM organization WHERE id = $1 AND status <> 'closed' FOR ${lock}`,
    [id],
  );
  if (!open) return null;
  const reference = { kind: 'organization' as const, id };
  return await readStoredRecord(manager, reference, { access: NO_SCOPE, lock });
}

async function spend(manager: EntityManager, token: string, now: Date): Promise<void> {
  await manager.query(`UPDATE reminder_link SET used_at = $2 WHERE hash = $1`, [
    hashOf(token),
    now,
  ]);
}

async function confirmShown(
  manager: EntityManager,
  record: StoredRecord,
  { now, days }: { now: Date; days: VerificationDays },
): Promise<void> {
  const { id, document } = record;
  const reference = { kind: 'organization' as const, id };
  const method = 'organization' as const;
  const verification = { outcome: 'still_right' as const, method, note: null };
  const wasAllShown = privatePlaces(document).length === 0 && !hasCodes(document);
  const dueAt = wasAllShown ? dueAfter(now, document, days) : new Date(now.getTime() + 1);
  const times = { verifiedAt: now, dueAt };
  await insertVerification(manager, { reference, verification, author: ITSELF, ...times });
  await confirm(manager, record, times);
  await appendAudit(manager, { action: 'still_right', by: null, method, ...reference }, now);
}

function hasCodes(document: RecordDocument): boolean {
  return 'speed_dials' in document && document.speed_dials.length > 0;
}

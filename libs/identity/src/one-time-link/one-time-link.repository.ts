import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type LinkPurpose = 'set-up' | 'invitation' | 'password-reset';

const HOUR_MS = 60 * 60 * 1000;
const VALID_HOURS: Record<LinkPurpose, number> = {
  'set-up': 72,
  invitation: 72,
  'password-reset': 1,
};
const TOKEN_BYTES = 32;

export interface OneTimeLink {
  token: string;
  expiresAt: Date;
}

/** Links that are good once. Only hashes of their tokens are stored. */
@Injectable()
export class OneTimeLinkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param userId whose link it is; null: that of the first administrator */
  async add(purpose: LinkPurpose, userId: string | null, now: Date): Promise<OneTimeLink> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(now.getTime() + VALID_HOURS[purpose] * HOUR_MS);
    await this.dataSource.query(
      `INSERT INTO account_link (hash, purpose, user_id, expires_at) VALUES ($1, $2, $3, $4)`,
      [hashOf(token), purpose, userId, expiresAt],
    );
    return { token, expiresAt };
  }

  /** Whether a token is good, without spending it. */
  async isValid(purpose: LinkPurpose, token: string, now: Date): Promise<boolean> {
    const found = await this.dataSource.query<unknown[]>(
      `SELECT FROM account_link WHERE hash = $1 AND purpose = $2 AND expires_at > $3`,
      [hashOf(token), purpose, now],
    );
    return found.length > 0;
  }
}

/**
 * Spends a link.
 * @returns whose it was, with null for the first administrator; undefined: it is not good
 */
export async function spendLink(
  manager: EntityManager,
  { purpose, token, now }: { purpose: LinkPurpose; token: string; now: Date },
): Promise<string | null | undefined> {
  const [rows] = await manager.query<[{ user_id: string | null }[], number]>(
    `DELETE FROM account_link WHERE hash = $1 AND purpose = $2 AND expires_at > $3
     RETURNING user_id`,
    [hashOf(token), purpose, now],
  );
  return rows[0]?.user_id;
}

/** Returns the hash by which a link is stored, hexadecimal. */
export function linkHashOf(token: string): string {
  return hashOf(token).toString('hex');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

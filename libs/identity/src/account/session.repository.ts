import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignInMethod } from '#contract';
import { IDENTITY_OPTIONS, type IdentityOptions } from '../identity-options.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';

/** A session with the account that it is of. */
export interface SignedIn {
  sessionId: string;
  method: SignInMethod;
  account: Account;
  /** Whether the provider's own second factor counts, where a session was opened by it. */
  providerSuffices: boolean;
}

export interface SessionRow {
  id: string;
  method: SignInMethod;
  created_at: Date;
  expires_at: Date;
  /** What the browser said that it is. */
  user_agent: string | null;
}

/** Who is signed in, and since when. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
  ) {}

  /** @returns null for a session that has ended, and for an account that is banned */
  async find(id: string, now: Date): Promise<SignedIn | null> {
    const [row] = await this.dataSource.query<(Account & SessionColumns)[]>(
      `SELECT s.id AS session_id, s.method, ${ACCOUNT_COLUMNS}
         FROM account_session s JOIN account_user u ON u.id = s.user_id
        WHERE s.id = $1 AND s.expires_at > $2 AND NOT u.banned`,
      [id, now],
    );
    if (!row) return null;
    const { session_id: sessionId, method, ...account } = row;
    const providerSuffices = this.options.provider?.isSecondFactor ?? false;
    return { sessionId, method, account, providerSuffices };
  }

  /** Returns the sessions of an account that have not ended, newest first. */
  async listOf(userId: string, now: Date): Promise<SessionRow[]> {
    return await this.dataSource.query<SessionRow[]>(
      `SELECT id, method, created_at, expires_at, user_agent FROM account_session
        WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at DESC, id`,
      [userId, now],
    );
  }

  /** @returns whether the account had such a session */
  async end(userId: string, id: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM account_session WHERE user_id = $1 AND id = $2`,
      [userId, id],
    );
    return count > 0;
  }

  /** @param exceptId of a session that goes on */
  async endAll(userId: string, exceptId: string | null = null): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM account_session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid`,
      [userId, exceptId],
    );
  }
}

interface SessionColumns {
  session_id: string;
  method: SignInMethod;
}

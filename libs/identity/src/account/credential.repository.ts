import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#database';
import { PROVIDER_ID } from '../identity-options.ts';
import { type LinkPurpose, spendLink } from '../one-time-link/one-time-link.repository.ts';
import { addAccount, existsAdministrator, lockAdministrators } from './account.repository.ts';

/** A link with the hash of the password that is chosen with it. */
export interface LinkUse {
  token: string;
  passwordHash: string;
  now: Date;
}

/** Passwords and second factors of accounts. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Adds the first administrator.
   * @returns whether the link was good: it is not if there is an administrator
   */
  async setUp(person: { name: string; email: string }, use: LinkUse): Promise<boolean> {
    return await inTransaction(this.dataSource, async (manager) => {
      await lockAdministrators(manager);
      if (await existsAdministrator(manager)) return false;
      const scope = { organizations: [], regions: [] };
      const fields = { ...person, role: 'administrator' as const, scope, confidential: false };
      const id = await addAccount(manager, fields);
      const spent = await spendLink(manager, { ...use, purpose: 'set-up' });
      if (id === null || spent !== null) throw new LinkRefusedError();
      await setPassword(manager, id, use.passwordHash);
      await manager.query(`DELETE FROM account_link WHERE purpose = 'set-up'`);
      return true;
    }).catch((error: unknown) => {
      if (error instanceof LinkRefusedError) return false;
      throw error;
    });
  }

  /**
   * Sets the password of the account of a link, and ends its sessions.
   * @returns whether the link was good
   */
  async usePasswordLink(purpose: Exclude<LinkPurpose, 'set-up'>, use: LinkUse): Promise<boolean> {
    return await inTransaction(this.dataSource, async (manager) => {
      const userId = await spendLink(manager, { ...use, purpose });
      if (!userId) return false;
      await setPassword(manager, userId, use.passwordHash);
      await manager.query(`DELETE FROM account_link WHERE user_id = $1`, [userId]);
      await manager.query(`DELETE FROM account_session WHERE user_id = $1`, [userId]);
      return true;
    });
  }

  /**
   * Links the account of an invitation to what a provider says who somebody is, and ends its
   * sessions. Nothing happens for a link that is not good, or somebody who is linked already.
   *
   * @param linkHash hexadecimal
   */
  async acceptByProvider({
    linkHash,
    accountId,
    now,
  }: {
    linkHash: string;
    accountId: string;
    now: Date;
  }): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const linked = await manager.query<{ user_id: string }[]>(
        `INSERT INTO account_login (user_id, account_id, provider_id)
         SELECT user_id, $2, $4 FROM account_link
          WHERE hash = decode($1, 'hex') AND purpose = 'invitation' AND expires_at > $3
         ON CONFLICT (provider_id, account_id) DO NOTHING RETURNING user_id`,
        [linkHash, accountId, now, PROVIDER_ID],
      );
      for (const { user_id } of linked) {
        await manager.query(`DELETE FROM account_link WHERE user_id = $1`, [user_id]);
        await manager.query(`DELETE FROM account_session WHERE user_id = $1`, [user_id]);
      }
    });
  }

  /** Unlinks an account from the provider, and ends its sessions. @returns whether it was linked */
  async removeProvider(userId: string): Promise<boolean> {
    return await inTransaction(this.dataSource, async (manager) => {
      const [, count] = await manager.query<[unknown[], number]>(
        `DELETE FROM account_login WHERE user_id = $1 AND provider_id = $2`,
        [userId, PROVIDER_ID],
      );
      await manager.query(`DELETE FROM account_session WHERE user_id = $1`, [userId]);
      return count > 0;
    });
  }

  /** Returns the argon2id hash of the password of an account; null: it has none. */
  async passwordHashOf(userId: string): Promise<string | null> {
    const [login] = await this.dataSource.query<{ password: string | null }[]>(
      `SELECT password FROM account_login WHERE user_id = $1 AND provider_id = 'credential'`,
      [userId],
    );
    return login?.password ?? null;
  }

  /** Sets the password of an account, and ends its other sessions and open links. */
  async changePassword(userId: string, hash: string, sessionId: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await setPassword(manager, userId, hash);
      await manager.query(`DELETE FROM account_link WHERE user_id = $1`, [userId]);
      await manager.query(`DELETE FROM account_session WHERE user_id = $1 AND id <> $2`, [
        userId,
        sessionId,
      ]);
    });
  }

  /** Removes the authenticator app of an account, and ends its sessions. */
  async removeTotp(userId: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await deleteTotp(manager, userId);
      await endAfterRemoval(manager, userId);
    });
  }

  /**
   * Removes a passkey of an account, and ends its sessions.
   * @returns whether the account had it
   */
  async removePasskey(userId: string, id: string): Promise<boolean> {
    return await inTransaction(this.dataSource, async (manager) => {
      const [, count] = await manager.query<[unknown[], number]>(
        `DELETE FROM account_passkey WHERE user_id = $1 AND id = $2`,
        [userId, id],
      );
      if (count > 0) await endAfterRemoval(manager, userId);
      return count > 0;
    });
  }

  /** Removes all second factors of an account, and ends its sessions. */
  async removeSecondFactors(userId: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await deleteTotp(manager, userId);
      await manager.query(`DELETE FROM account_passkey WHERE user_id = $1`, [userId]);
      await endAfterRemoval(manager, userId);
    });
  }
}

class LinkRefusedError extends Error {}

async function deleteTotp(manager: EntityManager, userId: string): Promise<void> {
  await manager.query(`DELETE FROM account_two_factor WHERE user_id = $1`, [userId]);
  await manager.query(`UPDATE account_user SET two_factor_enabled = false WHERE id = $1`, [userId]);
}

/** Tokens were made with a second factor: without one the account has none. */
async function endAfterRemoval(manager: EntityManager, userId: string): Promise<void> {
  await manager.query(`DELETE FROM account_session WHERE user_id = $1`, [userId]);
  await manager.query(
    `DELETE FROM account_token WHERE user_id = $1
       AND NOT EXISTS (SELECT FROM account_passkey WHERE user_id = $1)
       AND NOT EXISTS (SELECT FROM account_two_factor WHERE user_id = $1 AND verified)`,
    [userId],
  );
}

async function setPassword(manager: EntityManager, userId: string, hash: string): Promise<void> {
  await manager.query(
    `INSERT INTO account_login (user_id, account_id, provider_id, password)
     VALUES ($1::uuid, $1::uuid::text, 'credential', $2)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = $2, updated_at = now()`,
    [userId, hash],
  );
}

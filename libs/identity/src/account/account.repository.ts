import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '#contract';
import { inTransaction } from '#database';
import { ACCOUNT_COLUMNS, type Account, type AccountFields } from './account.ts';

/** An arbitrary lock id: what concerns the last administrator is decided one after another. */
const ADMINISTRATORS_LOCK = 7_267_277;

export type AccountChange = Partial<Omit<AccountFields, 'email'>> & { banned?: boolean };
type Outcome = 'done' | 'unknown' | 'last-administrator';

/** The accounts of those who keep the records. */
@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns all accounts by name. */
  async list(): Promise<Account[]> {
    return await this.dataSource.query<Account[]>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account_user u ORDER BY lower(u.name), u.id`,
    );
  }

  async find(id: string): Promise<Account | null> {
    const [found] = await this.dataSource.query<Account[]>(
      `SELECT ${ACCOUNT_COLUMNS} FROM account_user u WHERE u.id = $1`,
      [id],
    );
    return found ?? null;
  }

  async isBanned(id: string): Promise<boolean> {
    const found = await this.dataSource.query<unknown[]>(
      `SELECT FROM account_user WHERE id = $1 AND banned`,
      [id],
    );
    return found.length > 0;
  }

  async hasAdministrator(): Promise<boolean> {
    return await existsAdministrator(this.dataSource.manager);
  }

  /**
   * Adds an account that cannot sign in before it has a password.
   *
   * @param alongside what belongs to the same transaction
   * @returns its id; null if the e-mail address has an account
   */
  async add(
    fields: AccountFields,
    alongside: (manager: EntityManager, id: string) => Promise<void> = async () => {},
  ): Promise<string | null> {
    return await inTransaction(this.dataSource, async (manager) => {
      const id = await addAccount(manager, fields);
      if (id !== null) await alongside(manager, id);
      return id;
    });
  }

  /** @returns the id of the account with an e-mail address; null: it has none */
  async idOf(email: string): Promise<string | null> {
    const [found] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM account_user WHERE email = $1`,
      [email],
    );
    return found?.id ?? null;
  }

  /** Changes what is given. Who may do less, or is banned, is signed out. */
  async change(id: string, change: AccountChange): Promise<Outcome> {
    return await inTransaction(this.dataSource, async (manager) => {
      await lockAdministrators(manager);
      const { name, role, scope, confidential, banned } = change;
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE account_user SET name = coalesce($2, name), role = coalesce($3, role),
           scope_organizations = coalesce($4::uuid[], scope_organizations),
           scope_regions = coalesce($5::text[], scope_regions),
           confidential_read = coalesce($6, confidential_read),
           banned = coalesce($7, banned), updated_at = now()
         WHERE id = $1`,
        [id, name, role, scope?.organizations, scope?.regions, confidential, banned],
      );
      if (count === 0) return 'unknown';
      if (role || banned) {
        await assertAdministratorLeft(manager);
        await manager.query(`DELETE FROM account_session WHERE user_id = $1`, [id]);
      }
      return 'done' as const;
    }).catch(outcomeOf);
  }

  /** Deletes an account, with its sessions and tokens. */
  async delete(id: string): Promise<Outcome> {
    return await inTransaction(this.dataSource, async (manager) => {
      await lockAdministrators(manager);
      const [, count] = await manager.query<[unknown[], number]>(
        `DELETE FROM account_user WHERE id = $1`,
        [id],
      );
      await assertAdministratorLeft(manager);
      return count === 0 ? ('unknown' as const) : ('done' as const);
    }).catch(outcomeOf);
  }
}

class LastAdministratorError extends Error {}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof LastAdministratorError) return 'last-administrator';
  throw error;
}

async function assertAdministratorLeft(manager: EntityManager): Promise<void> {
  if (!(await existsAdministrator(manager))) throw new LastAdministratorError();
}

/** Waits for other transactions that concern who is an administrator. */
export async function lockAdministrators(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock($1)`, [ADMINISTRATORS_LOCK]);
}

export async function existsAdministrator(manager: EntityManager): Promise<boolean> {
  const role: Role = 'administrator';
  const found = await manager.query<unknown[]>(
    `SELECT FROM account_user WHERE role = $1 AND NOT banned LIMIT 1`,
    [role],
  );
  return found.length > 0;
}

/** @returns the id of the account; null if the e-mail address has one */
export async function addAccount(
  manager: EntityManager,
  { name, email, role, scope, confidential }: AccountFields,
): Promise<string | null> {
  const [added] = await manager.query<{ id: string }[]>(
    `INSERT INTO account_user (name, email, role, scope_organizations, scope_regions,
       confidential_read) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [name, email, role, scope.organizations, scope.regions, confidential],
  );
  return added?.id ?? null;
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Role, roles } from '#contract';
import { abilityFor } from '../ability.ts';
import type { Actor } from '../actor.ts';

const TOKEN_BYTES = 32;
/** By which programs that look for leaked secrets know it. */
const TOKEN_PREFIX = 'amparo_';

export interface NewAccessToken {
  name: string;
  expiresAt: Date;
  /** The most that it may do; null: as much as its owner. */
  maxRole: Role | null;
  confidential: boolean;
}

export interface AccessToken {
  id: string;
  name: string;
  created_at: Date;
  expires_at: Date;
  max_role: Role | null;
  confidential_read: boolean;
}

const LISTED = 'id, name, created_at, expires_at, max_role, confidential_read';

/** Personal access tokens, with which a script does what its owner may do. */
@Injectable()
export class AccessTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the owner of a token that has not expired; null: nobody has it. */
  async actorOf(token: string, now: Date): Promise<Actor | null> {
    const [row] = await this.dataSource.query<OwnerRow[]>(
      `SELECT account_user.id, account_user.name, account_user.role, max_role,
         scope_organizations, scope_regions,
         account_user.confidential_read AND account_token.confidential_read AS confidential_read
         FROM account_token JOIN account_user ON account_user.id = user_id
        WHERE hash = $1 AND expires_at > $2 AND NOT banned`,
      [hashOf(token), now],
    );
    return row ? asActor(row) : null;
  }

  /** Adds a token of an account, and returns it with its secret, which is nowhere else. */
  async add(
    userId: string,
    { name, expiresAt, maxRole, confidential }: NewAccessToken,
    now: Date,
  ): Promise<AccessToken & { token: string }> {
    const token = TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
    const [row] = await this.dataSource.query<AccessToken[]>(
      `INSERT INTO account_token (user_id, name, hash, created_at, expires_at, max_role,
         confidential_read) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${LISTED}`,
      [userId, name, hashOf(token), now, expiresAt, maxRole, confidential],
    );
    return { ...(row as AccessToken), token };
  }

  /** Returns the tokens of an account that have not expired, newest first. */
  async listOf(userId: string, now: Date): Promise<AccessToken[]> {
    return await this.dataSource.query<AccessToken[]>(
      `SELECT ${LISTED} FROM account_token WHERE user_id = $1 AND expires_at > $2
        ORDER BY created_at DESC, id`,
      [userId, now],
    );
  }

  /** @returns whether the account had such a token */
  async delete(userId: string, id: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM account_token WHERE user_id = $1 AND id = $2`,
      [userId, id],
    );
    return count > 0;
  }
}

interface OwnerRow {
  id: string;
  name: string;
  role: Role;
  max_role: Role | null;
  scope_organizations: string[];
  scope_regions: string[];
  confidential_read: boolean;
}

function asActor(row: OwnerRow): Actor {
  const { id, name, scope_organizations, scope_regions, confidential_read: confidential } = row;
  const scope = { organizations: scope_organizations, regions: scope_regions };
  const role = lesserRole(row.role, row.max_role ?? row.role);
  return { id, name, role, ability: abilityFor({ role, scope, confidential, proof: 'token' }) };
}

function lesserRole(one: Role, other: Role): Role {
  return roles.indexOf(one) < roles.indexOf(other) ? one : other;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '#contract';
import { abilityFor } from '../ability.ts';
import type { Actor } from '../actor.ts';

/** Personal access tokens, with which a script does what its owner may do. */
@Injectable()
export class AccessTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the owner of a token that has not expired; null: nobody has it. */
  async actorOf(token: string, now: Date): Promise<Actor | null> {
    const [row] = await this.dataSource.query<OwnerRow[]>(
      `SELECT account_user.id, account_user.name, role, scope_organizations, scope_regions,
         confidential_read
         FROM account_token JOIN account_user ON account_user.id = user_id
        WHERE hash = $1 AND expires_at > $2 AND NOT banned`,
      [createHash('sha256').update(token).digest(), now],
    );
    return row ? asActor(row) : null;
  }
}

interface OwnerRow {
  id: string;
  name: string;
  role: Role;
  scope_organizations: string[];
  scope_regions: string[];
  confidential_read: boolean;
}

function asActor(row: OwnerRow): Actor {
  const { id, name, role, scope_organizations, scope_regions, confidential_read } = row;
  const scope = { organizations: scope_organizations, regions: scope_regions };
  return { id, name, role, ability: abilityFor({ role, scope, confidential: confidential_read }) };
}

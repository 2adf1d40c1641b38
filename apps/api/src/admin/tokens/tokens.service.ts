import { Injectable } from '@nestjs/common';
import { roles } from '#contract';
import { type AccessToken, AccessTokenRepository, type Actor } from '#identity';
import { NotFoundError } from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import type { Done } from '../accounts/accounts.schema.ts';
import { invalid } from '../sign-ins/auth-requests.ts';
import type { NewTokenDto } from './tokens.dto.ts';
import type { NewToken, Token, Tokens } from './tokens.schema.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The access tokens of those who are signed in. */
@Injectable()
export class TokensService {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequestError for a token that may do more than its owner */
  async add(
    { name, days, role, confidential = false }: NewTokenDto,
    actor: Actor,
  ): Promise<NewToken> {
    if (role && roles.indexOf(role) > roles.indexOf(actor.role)) {
      throw invalid('role', 'A token may do at most what you may do.');
    }
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    const { token, ...added } = await this.tokens.add(
      actor.id,
      { name, expiresAt, maxRole: role ?? null, confidential },
      now,
    );
    return { ...present(added), token };
  }

  async list({ id }: Actor): Promise<Tokens> {
    return { items: (await this.tokens.listOf(id, this.clock.now())).map(present) };
  }

  /** @throws NotFoundError where the account has no such token */
  async delete(id: string, actor: Actor): Promise<Done> {
    if (!(await this.tokens.delete(actor.id, id)))
      throw new NotFoundError('There is no such token.');
    return { state: 'done' };
  }
}

function present(row: AccessToken): Token {
  return {
    id: row.id,
    name: row.name,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    role: row.max_role,
    confidential: row.confidential_read,
  };
}

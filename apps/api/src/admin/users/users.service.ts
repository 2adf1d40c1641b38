import { Inject, Injectable } from '@nestjs/common';
import {
  type Account,
  AccountRepository,
  CredentialRepository,
  type LinkPurpose,
  OneTimeLinkRepository,
  SessionRepository,
} from '#identity';
import { ConflictError, NotFoundError } from '../../http/problems/problems.ts';
import { OUTBOX, type Outbox } from '../../mail/outbox.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import type { Done, Sessions } from '../accounts/accounts.schema.ts';
import { presentSessions } from '../accounts/sessions.presenter.ts';
import { oneTimeUrl } from '../sign-ins/one-time-url.ts';
import { presentUser } from './user.presenter.ts';
import type { InvitationDto, UserChangeDto } from './users.dto.ts';
import type { PersonalLink, User, Users } from './users.schema.ts';

const NO_SCOPE = { organizations: [], regions: [] };

/** What administrators do with the accounts of others. */
@Injectable()
export class UsersService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly credentials: CredentialRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly clock: Clock,
    @Inject(OUTBOX) private readonly outbox: Outbox | null,
  ) {}

  async list(): Promise<Users> {
    return { items: (await this.accounts.list()).map(presentUser) };
  }

  /** @throws NotFoundError */
  async one(id: string): Promise<User> {
    return presentUser(await this.find(id));
  }

  /**
   * Adds an account, and mails or returns the link with which its owner chooses a password.
   * @throws ConflictError when the e-mail address has an account
   */
  async invite(invitation: InvitationDto, origin: string): Promise<PersonalLink> {
    const { name, email, role, scope = NO_SCOPE, confidential = false } = invitation;
    const { outbox } = this;
    const id = await this.accounts.add(
      { name, email, role, scope, confidential },
      async (manager, added) => await outbox?.add({ kind: 'invitation', id: added }, manager),
    );
    if (id === null) throw new ConflictError('This e-mail address has an account already.');
    if (!outbox) return await this.linkFor(id, 'invitation', origin);
    outbox.deliverSoon();
    return mailed(id, email);
  }

  /**
   * Changes an account. Who gets another role, or is banned, is signed out.
   * @throws NotFoundError
   * @throws ConflictError where no administrator would be left
   */
  async change(id: string, change: UserChangeDto): Promise<User> {
    assertDone(await this.accounts.change(id, change));
    return await this.one(id);
  }

  /** @throws NotFoundError, or ConflictError where no administrator would be left */
  async delete(id: string): Promise<Done> {
    assertDone(await this.accounts.delete(id));
    return { state: 'done' };
  }

  /**
   * Mails or returns a link to choose another password. One who has not accepted an invitation gets another
   * invitation.
   * @throws NotFoundError
   */
  async resetPassword(id: string, origin: string): Promise<PersonalLink> {
    const { has_password, email } = await this.find(id);
    if (this.outbox) {
      await this.outbox.addAlone({ kind: 'password-reset', id });
      return mailed(id, email);
    }
    return await this.linkFor(id, has_password ? 'password-reset' : 'invitation', origin);
  }

  /** Removes all second factors of an account, and ends its sessions. @throws NotFoundError */
  async resetSecondFactor(id: string): Promise<User> {
    await this.find(id);
    await this.credentials.removeSecondFactors(id);
    return await this.one(id);
  }

  /** @throws NotFoundError */
  async listSessions(id: string): Promise<Sessions> {
    await this.find(id);
    return presentSessions(await this.sessions.listOf(id, this.clock.now()), null);
  }

  /** Signs someone out everywhere. @throws NotFoundError */
  async endSessions(id: string): Promise<Done> {
    await this.find(id);
    await this.sessions.endAll(id);
    return { state: 'done' };
  }

  private async linkFor(
    user_id: string,
    purpose: Exclude<LinkPurpose, 'set-up'>,
    origin: string,
  ): Promise<PersonalLink> {
    const { token, expiresAt } = await this.links.add(purpose, user_id, this.clock.now());
    return {
      user_id,
      mailed_to: null,
      url: oneTimeUrl(origin, purpose, token),
      expires_at: expiresAt.toISOString(),
    };
  }

  private async find(id: string): Promise<Account> {
    const account = await this.accounts.find(id);
    if (!account) throw new NotFoundError('There is no such account.');
    return account;
  }
}

function mailed(user_id: string, mailed_to: string): PersonalLink {
  return { user_id, mailed_to, url: null, expires_at: null };
}

function assertDone(outcome: 'done' | 'unknown' | 'last-administrator'): void {
  if (outcome === 'unknown') throw new NotFoundError('There is no such account.');
  if (outcome === 'last-administrator') {
    throw new ConflictError('This is the last administrator: appoint another one first.');
  }
}

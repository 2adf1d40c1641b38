import { Injectable } from '@nestjs/common';
import {
  CredentialRepository,
  PasswordHasher,
  passwordFault,
  SessionRepository,
  type SignedIn,
} from '#identity';
import { NotFoundError } from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { invalid } from '../sign-ins/auth-requests.ts';
import { Throttle } from '../sign-ins/throttle.service.ts';
import type { ChangePasswordDto } from './accounts.dto.ts';
import type { Done, Sessions } from './accounts.schema.ts';
import { assertMayChange, type OwnAccount } from './second-factor.service.ts';
import { presentSessions } from './sessions.presenter.ts';

/** What people see and change of their own accounts. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionRepository,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the password, and ends all other sessions.
   * @throws InvalidRequestError for a wrong password, or a new one that is too easy to guess
   */
  async changePassword(body: ChangePasswordDto, { signedIn, exchange }: OwnAccount): Promise<Done> {
    assertMayChange(signedIn);
    const { id } = signedIn.account;
    const fault = passwordFault(body.new_password);
    if (fault) throw invalid('new_password', fault);
    await this.throttle.limit({ attempt: 'password', ip: exchange.ip, account: id }, async () => {
      const hash = await this.credentials.passwordHashOf(id);
      const isRight = hash !== null && (await this.passwords.verify(hash, body.password));
      if (!isRight) throw invalid('password', 'The password is wrong.');
    });
    const hash = await this.passwords.hash(body.new_password);
    await this.credentials.changePassword(id, hash, signedIn.sessionId);
    return { state: 'done' };
  }

  async listSessions({ account, sessionId }: SignedIn): Promise<Sessions> {
    const rows = await this.sessions.listOf(account.id, this.clock.now());
    return presentSessions(rows, sessionId);
  }

  /** @throws NotFoundError where the account has no such session */
  async endSession(id: string, { account }: SignedIn): Promise<Done> {
    if (!(await this.sessions.end(account.id, id))) throw new NotFoundError('It has ended.');
    return { state: 'done' };
  }

  /** Signs out everywhere. */
  async endSessions({ account }: SignedIn): Promise<Done> {
    await this.sessions.endAll(account.id);
    return { state: 'done' };
  }
}

import { Injectable } from '@nestjs/common';
import { Authentication, SessionRepository } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { AuthRequests } from '../sign-ins/auth-requests.ts';
import { type Exchange, signedOut } from '../sign-ins/exchange.ts';
import { type Attempt, Throttle } from '../sign-ins/throttle.service.ts';
import type { SignInDto } from './accounts.dto.ts';
import type { PasskeyOptions, SignInState } from './accounts.schema.ts';

/** Opens and ends sessions. Whoever signs in gets another session than before. */
@Injectable()
export class SignInService {
  constructor(
    private readonly auth: AuthRequests,
    private readonly authentication: Authentication,
    private readonly sessions: SessionRepository,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** @throws UnauthorizedError or TooManyError, the same whether the address has an account or not */
  async withPassword(body: SignInDto, exchange: Exchange): Promise<SignInState> {
    const attempted = { attempt: 'password' as const, ip: exchange.ip, account: body.email };
    const request = { method: 'POST' as const, path: '/sign-in/email', body };
    const { twoFactorRedirect } = await this.throttle.limit(attempted, () =>
      this.open<{ twoFactorRedirect?: boolean }>(request, exchange),
    );
    return { state: twoFactorRedirect ? 'code-needed' : 'signed-in' };
  }

  /** @throws UnauthorizedError or TooManyError */
  async withCode(
    path: '/two-factor/verify-totp' | '/two-factor/verify-backup-code',
    body: { code: string },
    exchange: Exchange,
  ): Promise<SignInState> {
    // better-auth counts by account.
    return await this.withStep('code', { path, body }, exchange);
  }

  /** @throws UnauthorizedError or TooManyError */
  async withPasskey(body: object, exchange: Exchange): Promise<SignInState> {
    return await this.withStep(
      'passkey',
      { path: '/passkey/verify-authentication', body },
      exchange,
    );
  }

  /** Returns what a browser needs to sign in with a passkey. */
  async passkeyOptions(exchange: Exchange): Promise<PasskeyOptions> {
    const request = { method: 'GET' as const, path: '/passkey/generate-authenticate-options' };
    const options = await this.auth.send<PasskeyOptions>(request, signedOut(exchange));
    return { ...options, userVerification: 'required' } as PasskeyOptions;
  }

  async signOut(exchange: Exchange): Promise<SignInState> {
    await this.auth.send({ method: 'POST', path: '/sign-out', body: {} }, exchange);
    return { state: 'signed-out' };
  }

  private async withStep(
    attempt: Attempt,
    step: { path: string; body: object },
    exchange: Exchange,
  ): Promise<SignInState> {
    await this.throttle.limit({ attempt, ip: exchange.ip }, () =>
      this.open({ method: 'POST', ...step }, exchange),
    );
    return { state: 'signed-in' };
  }

  /** Ends the session before, which someone else may have put there. */
  private async open<Body>(
    request: { method: 'POST'; path: string; body: object },
    exchange: Exchange,
  ): Promise<Body> {
    const before = await this.authentication.sessionIdOf(exchange.client);
    const body = await this.auth.send<Body>(request, signedOut(exchange));
    const found = before && (await this.sessions.find(before, this.clock.now()));
    if (found) await this.sessions.end(found.account.id, found.sessionId);
    return body;
  }
}

import { Injectable } from '@nestjs/common';
import { CredentialRepository, hasSecondFactor, PasskeyRepository, type SignedIn } from '#identity';
import { NotFoundError, SecondFactorRequiredError } from '../../http/problems/problems.ts';
import { AuthRequests } from '../sign-ins/auth-requests.ts';
import type { Exchange } from '../sign-ins/exchange.ts';
import { Throttle } from '../sign-ins/throttle.service.ts';
import type { NewPasskeyDto, PasswordDto, TotpCodeDto } from './accounts.dto.ts';
import type {
  AuthenticatorSetUp,
  Done,
  PasskeyOptions,
  Passkeys,
  RecoveryCodes,
} from './accounts.schema.ts';

export interface OwnAccount {
  signedIn: SignedIn;
  exchange: Exchange;
}

/**
 * Sets up authenticator apps and passkeys. Once an account has one, whoever knows its password alone
 * can neither add nor remove any.
 */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly auth: AuthRequests,
    private readonly credentials: CredentialRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly throttle: Throttle,
  ) {}

  /** Begins to set up an authenticator app, which has to be confirmed by a code. */
  async enableTotp(body: PasswordDto, own: OwnAccount): Promise<AuthenticatorSetUp> {
    assertMayChange(own.signedIn);
    const made = await this.withPassword<{ totpURI: string; backupCodes: string[] }>(
      '/two-factor/enable',
      body,
      own,
    );
    return { totp_uri: made.totpURI, recovery_codes: made.backupCodes };
  }

  /** Confirms an authenticator app. The session stays as it was opened: by a password. */
  async confirmTotp({ code }: TotpCodeDto, own: OwnAccount): Promise<Done> {
    assertMayChange(own.signedIn);
    const request = {
      method: 'POST' as const,
      path: '/two-factor/verify-totp',
      body: { code },
    };
    const attempted = {
      attempt: 'code' as const,
      ip: own.exchange.ip,
      account: own.signedIn.account.id,
    };
    await this.throttle.limit(attempted, () => this.auth.send(request, own.exchange));
    return { state: 'done' };
  }

  /** Replaces the recovery codes. */
  async renewRecoveryCodes(body: PasswordDto, own: OwnAccount): Promise<RecoveryCodes> {
    assertMayChange(own.signedIn);
    const path = '/two-factor/generate-backup-codes';
    const made = await this.withPassword<{ backupCodes: string[] }>(path, body, own);
    return { recovery_codes: made.backupCodes };
  }

  /** Removes the authenticator app, and ends all sessions. */
  async disableTotp(signedIn: SignedIn): Promise<Done> {
    assertMayChange(signedIn);
    await this.credentials.removeTotp(signedIn.account.id);
    return { state: 'done' };
  }

  /** Returns what a browser needs to make a passkey. */
  async newPasskeyOptions({ signedIn, exchange }: OwnAccount): Promise<PasskeyOptions> {
    assertMayChange(signedIn);
    const request = { method: 'GET' as const, path: '/passkey/generate-register-options' };
    return await this.auth.send<PasskeyOptions>(request, exchange);
  }

  async addPasskey({ response, name }: NewPasskeyDto, own: OwnAccount): Promise<Done> {
    assertMayChange(own.signedIn);
    const body = { response, ...(name === undefined ? {} : { name }) };
    const path = '/passkey/verify-registration';
    await this.auth.send({ method: 'POST', path, body }, own.exchange);
    return { state: 'done' };
  }

  async listPasskeys({ account }: SignedIn): Promise<Passkeys> {
    const rows = await this.passkeys.listOf(account.id);
    return {
      items: rows.map((row) => ({ ...row, created_at: row.created_at?.toISOString() ?? null })),
    };
  }

  /**
   * Removes a passkey, and ends all sessions.
   * @throws NotFoundError where the account has no such passkey
   */
  async removePasskey(id: string, signedIn: SignedIn): Promise<Done> {
    assertMayChange(signedIn);
    if (!(await this.credentials.removePasskey(signedIn.account.id, id))) {
      throw new NotFoundError('You have no such passkey.');
    }
    return { state: 'done' };
  }

  private async withPassword<Body>(
    path: string,
    { password }: PasswordDto,
    { signedIn, exchange }: OwnAccount,
  ): Promise<Body> {
    const attempted = {
      attempt: 'password' as const,
      ip: exchange.ip,
      account: signedIn.account.id,
    };
    return await this.throttle.limit(attempted, () =>
      this.auth.send<Body>({ method: 'POST', path, body: { password } }, exchange),
    );
  }
}

/** @throws SecondFactorRequiredError where the account has a second factor that was not used */
export function assertMayChange(signedIn: SignedIn): void {
  const { totp, passkeys } = signedIn.account;
  if ((totp || passkeys > 0) && !hasSecondFactor(signedIn)) {
    throw new SecondFactorRequiredError('Sign in with your second factor to change this.');
  }
}

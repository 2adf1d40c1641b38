import { Injectable } from '@nestjs/common';
import { Authentication, type AuthRequest, type AuthResponse } from '#identity';
import {
  ForbiddenError,
  InvalidRequestError,
  TooManyError,
  UnauthorizedError,
} from '../../http/problems/problems.ts';
import type { Exchange } from './exchange.ts';

/** For how long better-auth refuses codes for an account after too many were wrong. */
const LOCKED_SECONDS = 15 * 60;

const WRONG_CODE = 'The code is wrong, or was used before.';
const LATE_CODE =
  'The password was entered too long ago, or too many codes were wrong: start again.';
const NO_PASSKEY = 'This passkey is not known here, or it could not be checked.';

const problems: Record<string, () => Error> = {
  INVALID_EMAIL_OR_PASSWORD: () =>
    new UnauthorizedError('The e-mail address or the password is wrong.'),
  INVALID_EMAIL: () => new UnauthorizedError('The e-mail address or the password is wrong.'),
  INVALID_CODE: () => new UnauthorizedError(WRONG_CODE),
  INVALID_BACKUP_CODE: () => new UnauthorizedError(WRONG_CODE),
  INVALID_TWO_FACTOR_COOKIE: () => new UnauthorizedError(LATE_CODE),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => new UnauthorizedError(LATE_CODE),
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new TooManyError('Too many codes were wrong: try again later.', LOCKED_SECONDS),
  INVALID_PASSWORD: () => invalid('password', 'The password is wrong.'),
  TOTP_ALREADY_ENABLED: () => invalid('password', 'There is an authenticator app already.'),
  TOTP_NOT_ENABLED: () => invalid('code', 'There is no authenticator app to confirm.'),
  TWO_FACTOR_NOT_ENABLED: () => invalid('password', 'There is no authenticator app.'),
  SESSION_NOT_FRESH: () => new ForbiddenError('Sign in again first: that was a while ago.'),
  BANNED: () => new ForbiddenError('This account is closed.'),
  USER_NOT_VERIFIED: () =>
    new UnauthorizedError('Your device has to check a PIN, a finger or a face with the passkey.'),
  PASSKEY_NOT_FOUND: () => new UnauthorizedError(NO_PASSKEY),
  AUTHENTICATION_FAILED: () => new UnauthorizedError(NO_PASSKEY),
  CHALLENGE_NOT_FOUND: () => new UnauthorizedError('That took too long: start again.'),
};

/** Sends what browsers ask to better-auth, and makes its failures ours. */
@Injectable()
export class AuthRequests {
  constructor(private readonly authentication: Authentication) {}

  /**
   * Sets the cookies of the response, whose body it returns.
   * @throws ProblemError for what better-auth refuses
   */
  async send<Body>(request: AuthRequest, { client, setCookies }: Exchange): Promise<Body> {
    const response = await this.authentication.send(request, client);
    if (response.status >= 400) throw problemOf(response);
    setCookies(response.cookies);
    return response.body as Body;
  }
}

function problemOf({ status, body }: AuthResponse): Error {
  const { code = '' } = (body ?? {}) as { code?: string };
  const problem = problems[code];
  if (problem) return problem();
  if (status === 401) return new UnauthorizedError('Sign in first.');
  if (status === 403) return new ForbiddenError('This is not allowed.');
  if (status < 500) return invalid('body', 'This cannot be used.');
  return new Error(`better-auth failed: ${status} ${code}`);
}

export function invalid(name: string, detail: string): InvalidRequestError {
  return new InvalidRequestError([{ name, detail }]);
}

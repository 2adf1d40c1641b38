import { Inject, Injectable } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { AccountRepository } from '../account/account.repository.ts';
import { CredentialRepository } from '../account/credential.repository.ts';
import { IDENTITY_OPTIONS, type IdentityOptions } from '../identity-options.ts';
import { PasswordHasher } from '../password/password-hasher.ts';
import { AUTH_PATH, type Auth, createAuth } from './auth.ts';
import { SpentCodeRepository } from './spent-code.repository.ts';

/** What of a request decides about signing in. */
export interface AuthClient {
  /** An origin of ours, from which the request was sent. */
  origin: string;
  /** The `Cookie` header. */
  cookie: string | undefined;
  userAgent: string | undefined;
}

export interface AuthRequest {
  method: 'GET' | 'POST';
  /** Of better-auth: `/sign-in/email`. */
  path: string;
  body?: object;
}

export interface AuthResponse {
  status: number;
  body: unknown;
  /** Values of `Set-Cookie`. */
  cookies: string[];
  /** Where the browser should go; null: it should stay. */
  location: string | null;
}

/** Sends requests to better-auth, in this process. */
@Injectable()
export class Authentication {
  private readonly auth: Auth;

  constructor(
    dataSource: DataSource,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
    passwords: PasswordHasher,
    accounts: AccountRepository,
    codes: SpentCodeRepository,
    credentials: CredentialRepository,
  ) {
    this.auth = createAuth({
      ...options,
      pool: (dataSource.driver as unknown as { master: Pool }).master,
      passwords,
      isBanned: (userId) => accounts.isBanned(userId),
      acceptInvitation: (linkHash, accountId) =>
        credentials.acceptByProvider({ linkHash, accountId, now: new Date() }),
      spendCode: (userId, code) => codes.spend(userId, code, new Date()),
    });
  }

  /** @throws what the database throws */
  async send({ method, path, body }: AuthRequest, client: AuthClient): Promise<AuthResponse> {
    const headers = headersOf(client);
    if (body) headers.set('content-type', 'application/json');
    const url = new URL(AUTH_PATH + path, this.options.origin);
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    try {
      return await readResponse(await this.auth.handler(new Request(url, init)));
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      return { status: error.statusCode, body: error.body, cookies: [], location: null };
    }
  }

  /** Returns the id of the session whose cookie a request has; null: it has none that is good. */
  async sessionIdOf(client: AuthClient): Promise<string | null> {
    if (!client.cookie?.includes(SESSION_COOKIE)) return null;
    const found = await this.auth.api.getSession({ headers: headersOf(client) });
    return found?.session.id ?? null;
  }
}

export const SESSION_COOKIE = '__Host-amparo.session_token';

async function readResponse(response: Response): Promise<AuthResponse> {
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    cookies: response.headers.getSetCookie(),
    location: response.headers.get('location'),
  };
}

function headersOf({ origin, cookie, userAgent }: AuthClient): Headers {
  const headers = new Headers({ origin });
  if (cookie) headers.set('cookie', cookie);
  if (userAgent) headers.set('user-agent', userAgent);
  return headers;
}

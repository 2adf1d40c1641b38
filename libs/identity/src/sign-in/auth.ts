import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { ProviderOptions } from '../identity-options.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../password/password-fault.ts';
import type { PasswordHasher } from '../password/password-hasher.ts';
import { type AcceptInvitation, providerPlugin } from './provider.ts';
import { methodOf } from './session-method.ts';

export const AUTH_PATH = '/v1/auth';
const SESSION_SECONDS = 12 * 60 * 60;
/** How long after signing in a passkey can be added. */
const FRESH_SECONDS = 15 * 60;

export interface AuthParts {
  pool: Pool;
  /** Signs cookies and encrypts what second factors need. */
  secret: string;
  /** Of the site; passkeys are bound to its host name. */
  origin: string;
  passwords: PasswordHasher;
  isBanned(userId: string): Promise<boolean>;
  /** null: people sign in here alone. */
  provider: ProviderOptions | null;
  acceptInvitation: AcceptInvitation;
  /** Spends a code of an authenticator app; false: it was spent before. */
  spendCode(userId: string, code: string): Promise<boolean>;
}

export type Auth = ReturnType<typeof createAuth>;

/** Configures better-auth for our tables. What is reached of it is decided by our controllers. */
export function createAuth(parts: AuthParts) {
  return betterAuth(authOptions(parts));
}

function authOptions(parts: AuthParts) {
  const { pool, secret, origin, passwords, provider, acceptInvitation } = parts;
  return {
    appName: 'Amparo',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    database: pool,
    // `Authentication` sets the header to an origin that has been checked.
    trustedOrigins: (request) => [request?.headers.get('origin')],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Ours count by account, too.
    rateLimit: { enabled: false },
    // Else a database that cannot be reached would be a failure of ours.
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ hash, password }) => passwords.verify(hash, password),
      },
    },
    ...tables,
    advanced: {
      // It would put `__Secure-` before our prefix.
      useSecureCookies: false,
      cookiePrefix: '__Host-amparo',
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid', validateSchema: false },
    },
    databaseHooks: sessionHooks(parts),
    hooks: { after: spentCodeHook(parts) },
    plugins: [
      ...[twoFactorPlugin(), passkeyPlugin(origin)],
      ...(provider ? [providerPlugin(provider, acceptInvitation)] : []),
    ],
  } satisfies BetterAuthOptions;
}

/** Nothing is asked of a provider later, so that its tokens would only be of use to others. */
const NO_TOKENS = {
  ...{ accessToken: null, refreshToken: null, idToken: null, scope: null },
  ...{ accessTokenExpiresAt: null, refreshTokenExpiresAt: null },
};

function sessionHooks({ isBanned }: AuthParts): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    account: { create: { before: async (login) => ({ data: { ...login, ...NO_TOKENS } }) } },
    session: {
      create: {
        before: async (session, context) => {
          if (await isBanned(session.userId)) throw new APIError('FORBIDDEN', { code: 'BANNED' });
          const cookie = context?.context.authCookies.sessionToken.name;
          const hasSession = cookie !== undefined && Boolean(context?.getCookie(cookie));
          return { data: { ...session, method: methodOf(context?.path, hasSession) } };
        },
      },
    },
  };
}

/** better-auth accepts the same code again; a code that was overheard must not open a session. */
function spentCodeHook({ spendCode }: AuthParts) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/two-factor/verify-totp' || !ctx.context.newSession) return;
    const { user, session } = ctx.context.newSession;
    if (await spendCode(user.id, ctx.body.code)) return;
    await ctx.context.internalAdapter.deleteSession(session.token);
    deleteSessionCookie(ctx);
    ctx.context.setNewSession(null);
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' });
  });
}

function columns<const Name extends string>(...names: Name[]): Record<Name, string> {
  const snake = (name: string) =>
    name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
  return Object.fromEntries(names.map((name) => [name, snake(name)])) as Record<Name, string>;
}

const tables = {
  user: {
    modelName: 'account_user',
    fields: columns('emailVerified', 'createdAt', 'updatedAt'),
  },
  session: {
    modelName: 'account_session',
    fields: columns('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
    expiresIn: SESSION_SECONDS,
    disableSessionRefresh: true,
    freshAge: FRESH_SECONDS,
    additionalFields: { method: { type: 'string', required: false, input: false } },
  },
  account: {
    modelName: 'account_login',
    fields: columns(
      ...(['userId', 'accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken'] as const),
      ...(['accessTokenExpiresAt', 'refreshTokenExpiresAt', 'createdAt', 'updatedAt'] as const),
    ),
    updateAccountOnSignIn: false,
    accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: true },
  },
  verification: {
    modelName: 'account_verification',
    fields: columns('expiresAt', 'createdAt', 'updatedAt'),
    storeIdentifier: 'hashed',
  },
} satisfies Partial<BetterAuthOptions>;

function twoFactorPlugin() {
  return twoFactor({
    issuer: 'Amparo',
    schema: {
      user: { fields: columns('twoFactorEnabled') },
      twoFactor: {
        modelName: 'account_two_factor',
        fields: columns('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
      },
    },
  });
}

/** A passkey is two factors only if the device has checked whose hand it is in. */
function assertUserVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}

function passkeyPlugin(origin: string) {
  return passkey({
    rpID: new URL(origin).hostname,
    rpName: 'Amparo',
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    registration: {
      afterVerification: ({ verification }) =>
        assertUserVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        assertUserVerified(verification.authenticationInfo.userVerified),
    },
    schema: {
      passkey: {
        modelName: 'account_passkey',
        fields: {
          ...columns('publicKey', 'userId', 'deviceType', 'backedUp', 'createdAt'),
          credentialID: 'credential_id',
        },
      },
    },
  });
}

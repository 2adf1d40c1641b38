import type { Role, SignInMethod } from '#contract';
import type { Account } from '../account/account.ts';
import type { SignedIn } from '../account/session.repository.ts';

/** The paths of better-auth that open a session otherwise than with a password alone. */
const METHODS: Record<string, SignInMethod> = {
  '/two-factor/verify-totp': 'password+code',
  '/two-factor/verify-backup-code': 'password+code',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'oidc',
};

/**
 * Returns how a session is opened.
 * @param path of better-auth
 * @param hasSession whether the request is of someone who is signed in: a code then proves only that
 *   an authenticator app was set up
 */
export function methodOf(path: string | undefined, hasSession: boolean): SignInMethod {
  return hasSession ? 'password' : (METHODS[path ?? ''] ?? 'password');
}

const WITH_SECOND_FACTOR: readonly Role[] = ['reviewer', 'administrator'];

/** Whether an account may do what its role may do only with a second factor. */
export function needsSecondFactor({ role }: Pick<Account, 'role'>): boolean {
  return WITH_SECOND_FACTOR.includes(role);
}

/** Whether a session was opened with a second factor that the account still has. */
export function hasSecondFactor({ method, account, providerSuffices }: SignedIn): boolean {
  if (method === 'oidc') return providerSuffices && account.provider;
  if (method === 'passkey') return account.passkeys > 0;
  return method === 'password+code' && account.totp;
}

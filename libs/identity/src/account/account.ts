import type { RecordScope, Role } from '#contract';
import type { AccountRights } from '../ability.ts';

/** Someone who keeps the records. */
export interface Account {
  id: string;
  name: string;
  /** In small letters. */
  email: string;
  role: Role;
  scope_organizations: string[];
  scope_regions: string[];
  confidential_read: boolean;
  banned: boolean;
  created_at: Date;
  /** Whether a code of an authenticator app is asked for. */
  totp: boolean;
  passkeys: number;
  /** Whether the invitation was accepted with a password. */
  has_password: boolean;
  /** Whether it is linked to the provider by which people sign in. */
  provider: boolean;
}

/** What an administrator decides about an account. */
export interface AccountFields {
  name: string;
  email: string;
  role: Role;
  scope: RecordScope;
  confidential: boolean;
}

export function rightsOf(account: Account): Omit<AccountRights, 'proof'> {
  const { role, scope_organizations, scope_regions, confidential_read } = account;
  const scope = { organizations: scope_organizations, regions: scope_regions };
  return { role, scope, confidential: confidential_read };
}

/** The columns of an `Account`, from `account_user AS u`. */
export const ACCOUNT_COLUMNS = `u.id, u.name, u.email, u.role, u.scope_organizations,
  u.scope_regions, u.confidential_read, u.banned, u.created_at,
  u.two_factor_enabled
    AND EXISTS (SELECT FROM account_two_factor f WHERE f.user_id = u.id AND f.verified) AS totp,
  (SELECT count(*)::integer FROM account_passkey p WHERE p.user_id = u.id) AS passkeys,
  EXISTS (SELECT FROM account_login l WHERE l.user_id = u.id AND l.password IS NOT NULL)
    AS has_password,
  EXISTS (SELECT FROM account_login l WHERE l.user_id = u.id AND l.provider_id = 'oidc')
    AS provider`;

import type { Account } from '#identity';
import type { User } from './users.schema.ts';

export function presentUser(account: Account): User {
  const { id, name, email, role, banned, created_at, totp, passkeys } = account;
  return {
    id,
    name,
    email,
    role,
    scope: { organizations: account.scope_organizations, regions: account.scope_regions },
    confidential: account.confidential_read,
    banned,
    created_at: created_at.toISOString(),
    accepted: account.has_password || account.provider,
    second_factor: { totp, passkeys },
  };
}

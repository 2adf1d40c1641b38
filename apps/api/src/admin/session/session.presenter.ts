import { hasSecondFactor, needsSecondFactor, type SignedIn } from '#identity';
import { abilityOf } from '../sign-ins/ability-of.ts';
import type { CurrentSession } from './session.schema.ts';

export function presentSession(signedIn: SignedIn): CurrentSession {
  const { account, method } = signedIn;
  const { id, name, email, role, totp, passkeys } = account;
  return {
    user: { id, name, email, role },
    method,
    second_factor: { totp, passkeys },
    linked_to_provider: account.provider,
    needs_second_factor: needsSecondFactor(account) && !hasSecondFactor(signedIn),
    rules: (abilityOf(signedIn)?.rules ?? []).map((rule) => ({ ...rule })),
  };
}

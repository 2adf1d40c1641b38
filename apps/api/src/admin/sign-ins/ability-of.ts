import {
  type Ability,
  abilityFor,
  hasSecondFactor,
  needsSecondFactor,
  rightsOf,
  type SignedIn,
} from '#identity';

/** Returns what a session may do; null: nothing before its account is proved by a second factor. */
export function abilityOf(signedIn: SignedIn): Ability | null {
  const isProved = hasSecondFactor(signedIn);
  if (needsSecondFactor(signedIn.account) && !isProved) return null;
  const proof = isProved ? 'second-factor' : 'password';
  return abilityFor({ ...rightsOf(signedIn.account), proof });
}

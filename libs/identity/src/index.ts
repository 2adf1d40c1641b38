export {
  type Ability,
  type Action,
  abilityFor,
  type Subject,
  scopeOf,
} from './ability.ts';
export {
  type AccessToken,
  AccessTokenRepository,
} from './access-token/access-token.repository.ts';
export { AccountRepository } from './account/account.repository.ts';
export { type Account, rightsOf } from './account/account.ts';
export { AccountRetentionRepository } from './account/account-retention.repository.ts';
export { CredentialRepository } from './account/credential.repository.ts';
export { PasskeyRepository } from './account/passkey.repository.ts';
export { SessionRepository, type SessionRow, type SignedIn } from './account/session.repository.ts';
export type { Actor } from './actor.ts';
export {
  IDENTITY_OPTIONS,
  type IdentityOptions,
  PROVIDER_ID,
  type ProviderOptions,
} from './identity-options.ts';
export {
  type LinkPurpose,
  linkHashOf,
  OneTimeLinkRepository,
} from './one-time-link/one-time-link.repository.ts';
export {
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  passwordFault,
} from './password/password-fault.ts';
export { PasswordHasher } from './password/password-hasher.ts';
export {
  type AuthClient,
  Authentication,
  type AuthRequest,
  type AuthResponse,
  SESSION_COOKIE,
} from './sign-in/authentication.ts';
export { hasSecondFactor, needsSecondFactor } from './sign-in/session-method.ts';
export { SpentCodeRepository } from './sign-in/spent-code.repository.ts';
export { ThrottleRepository } from './throttle/throttle.repository.ts';

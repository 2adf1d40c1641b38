export {
  type Ability,
  type AccountRights,
  type Action,
  abilityFor,
  mayDo,
  type ScopedRecord,
  type Subject,
  scopeOf,
} from './ability.ts';
export { AccessTokenRepository } from './access-token/access-token.repository.ts';
export type { Actor } from './actor.ts';

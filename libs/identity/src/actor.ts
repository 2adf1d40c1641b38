import type { Role } from '#contract';
import type { Ability } from './ability.ts';

/** Who sends a request of the console, or runs a command. */
export interface Actor {
  /** Of the account. */
  id: string;
  name: string;
  role: Role;
  ability: Ability;
}

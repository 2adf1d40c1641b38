import { SetMetadata } from '@nestjs/common';
import type { Action, Subject } from '#identity';

export const REQUIREMENT = 'requirement';

/** What a route of the console does, and with what kind of thing. */
export interface Requirement {
  action: Action;
  subject: Subject;
}

/**
 * Declares what a route does. `AdminGuard` refuses those who may do it with nothing of that kind;
 * whether they may do it with one record is decided where the record is known.
 */
export function Requires(action: Action, subject: Subject): MethodDecorator {
  return SetMetadata(REQUIREMENT, { action, subject } satisfies Requirement);
}

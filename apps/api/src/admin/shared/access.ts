import type { EditedKind } from '#contract';
import type { Access } from '#editorial';
import { type Action, type Actor, scopeOf } from '#identity';

/** Returns with which records of a kind someone may do something, and what they may see. */
export function accessOf(actor: Actor, action: Action, kind: EditedKind): Access {
  return {
    author: { id: actor.id, name: actor.name },
    scope: scopeOf(actor.ability, action, kind),
    confidential: actor.ability.can('read', 'confidential'),
  };
}

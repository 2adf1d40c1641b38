import {
  AbilityBuilder,
  type AbilityTuple,
  createMongoAbility,
  type MongoAbility,
} from '@casl/ability';
import { type EditedKind, editedKinds, type RecordScope, type Role } from '#contract';

export type Action = 'read' | 'propose' | 'create' | 'update' | 'delete' | 'verify' | 'review';
/** `confidential`: the streets, postal codes and exact points of private places. */
export type Subject = EditedKind | 'confidential' | 'user' | 'token' | 'audit';
/** What decides whether a record is in someone's scope. */
interface ScopedRecord {
  /** The organization that it is, or that it belongs to. */
  organization_id: string | null;
  /** Codes of ISO 3166-2: where it is, or without a place where it helps. */
  regions: string[];
}

type Conditions = { organization_id: { $in: string[] } } | { regions: { $in: string[] } };
export type Ability = MongoAbility<
  AbilityTuple<Action, Subject | (ScopedRecord & { __caslSubjectType__: EditedKind })>,
  Conditions
>;

/** How a request proves whose it is. */
type Proof = 'password' | 'second-factor' | 'token';

/** What decides what an account may do. */
export interface AccountRights {
  role: Role;
  scope: RecordScope;
  confidential: boolean;
  /** Accounts are managed by people and not by tokens, and tokens are made with a second factor. */
  proof?: Proof;
}

/**
 * Returns what an account may do: the only place that decides it, for the guard, for SQL
 * (`scopeOf`) and, as its rules, for the console. What it does not name is refused.
 */
export function abilityFor({ role, scope, confidential, proof }: AccountRights): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const edits: Action[] = ['read', 'propose', 'create', 'update', 'delete', 'verify', 'review'];
  for (const kind of editedKinds) {
    if (role === 'contributor') can(['read', 'propose'], kind);
    if (role === 'reviewer' || role === 'administrator') can(edits, kind);
    if (role !== 'editor') continue;
    const { organizations, regions } = scope;
    if (organizations.length > 0) can(edits, kind, { organization_id: { $in: organizations } });
    if (regions.length > 0) can(edits, kind, { regions: { $in: regions } });
  }
  if (confidential) can('read', 'confidential');
  if (role === 'administrator' && proof !== 'token') {
    can(['read', 'create', 'update', 'delete'], 'user');
  }
  if (proof === 'second-factor') can(['read', 'create', 'delete'], 'token');
  if (role === 'administrator' || role === 'reviewer') can('read', 'audit');
  return build();
}

/**
 * Returns the records of a kind with which an account may do something, for the conditions of SQL.
 * @returns null: all of them; empty lists: none
 */
export function scopeOf(ability: Ability, action: Action, kind: EditedKind): RecordScope | null {
  const scope: RecordScope = { organizations: [], regions: [] };
  for (const { conditions } of ability.rulesFor(action, kind)) {
    if (!conditions) return null;
    if ('regions' in conditions) scope.regions.push(...conditions.regions.$in);
    else scope.organizations.push(...conditions.organization_id.$in);
  }
  return scope;
}

import type { MongoAbility, RawRuleOf } from '@casl/ability';
import type { Role, SignInMethod } from '#contract';
import { ProblemError, request } from './request.ts';

/** What the server lets an account do: the rules come from there, and are decided there again. */
export type ConsoleAbility = MongoAbility;

/** Who is signed in, and what the console shows to them. */
export interface Session {
  user: { id: string; name: string; email: string; role: Role };
  method: SignInMethod;
  second_factor: { totp: boolean; passkeys: number };
  /** Whether one can sign in by the provider that the server offers. */
  linked_to_provider: boolean;
  /** Whether nothing else works until a second factor is set up, and used to sign in. */
  needs_second_factor: boolean;
  rules: RawRuleOf<ConsoleAbility>[];
}

/** Returns the session; null: nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  try {
    return (await request<Session>('/v1/admin/session')).body;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

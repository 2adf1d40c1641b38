import { type Role, roles, type SignInMethod, signInMethods } from '#contract';
import {
  arrayOf,
  component,
  count,
  enumOf,
  flag,
  objectOf,
  type Schema,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

/** A rule of CASL, which the console gives to its own ability. */
type AbilityRule = Record<string, unknown>;

/** Who is signed in, and what they may do. */
export interface CurrentSession {
  user: { id: string; name: string; email: string; role: Role };
  method: SignInMethod;
  second_factor: { totp: boolean; passkeys: number };
  linked_to_provider: boolean;
  needs_second_factor: boolean;
  rules: AbilityRule[];
}

const rule: Schema<AbilityRule> = {
  type: 'object',
  required: ['action', 'subject'],
  properties: { action: {}, subject: {} },
  additionalProperties: true,
};

export const currentSessionComponent = component<CurrentSession>(
  'CurrentSession',
  objectOf<CurrentSession>({
    user: objectOf<CurrentSession['user']>({
      id: uuid,
      name: text(),
      email: text(),
      role: enumOf(roles),
    }),
    method: enumOf(signInMethods, 'How the session was opened.'),
    second_factor: objectOf<CurrentSession['second_factor']>({
      totp: flag('An authenticator app is set up.'),
      passkeys: { ...count, description: 'How many there are.' },
    }),
    linked_to_provider: flag('One can sign in by the provider that the server offers.'),
    needs_second_factor: flag(
      'Nothing can be done before signing in with a second factor, which may have to be set up.',
    ),
    rules: { ...arrayOf(rule), description: 'What the account may do, as rules of CASL.' },
  }),
  {
    user: {
      id: 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10',
      name: 'Ana',
      email: 'ana@example.org',
      role: 'contributor',
    },
    method: 'passkey',
    second_factor: { totp: false, passkeys: 1 },
    linked_to_provider: false,
    needs_second_factor: false,
    rules: [{ action: ['read', 'propose'], subject: 'organization' }],
  },
);

import { type Role, roles } from '#contract';
import {
  arrayOf,
  component,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

/** A personal access token, without its secret. */
export interface Token {
  id: string;
  name: string;
  created_at: string;
  expires_at: string;
  role: Role | null;
  confidential: boolean;
}

const tokenSchemas = {
  id: uuid,
  name: text(),
  created_at: dateTime,
  expires_at: dateTime,
  role: nullable(enumOf(roles, 'The most that it may do; null: what its owner may do.')),
  confidential: flag('It shows private places, if its owner sees them.'),
};

const tokenComponent = component<Token>('Token', objectOf<Token>(tokenSchemas));

const example: Token = {
  id: 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10',
  name: 'Monthly report',
  created_at: '2026-11-30T12:00:00.000Z',
  expires_at: '2026-12-30T12:00:00.000Z',
  role: 'contributor',
  confidential: false,
};

export type NewToken = Token & { token: string };

export const newTokenComponent = component<NewToken>(
  'NewToken',
  objectOf<NewToken>({
    ...tokenSchemas,
    token: text('For `Authorization: Bearer`. It is shown here alone.'),
  }),
  { ...example, token: 'amparo_eW91' },
);

export interface Tokens {
  items: Token[];
}

export const tokensComponent = component<Tokens>(
  'Tokens',
  objectOf<Tokens>({ items: arrayOf(ref(tokenComponent)) }),
  { items: [example] },
);

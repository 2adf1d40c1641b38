import { type RecordScope, type Role, roles } from '#contract';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

/** An account, as administrators see it. */
export interface User {
  id: string;
  name: string;
  email: string;
  role: Role;
  scope: RecordScope;
  confidential: boolean;
  banned: boolean;
  created_at: string;
  accepted: boolean;
  second_factor: { totp: boolean; passkeys: number };
}

export const userComponent = component<User>(
  'User',
  objectOf<User>({
    id: uuid,
    name: text(),
    email: text(),
    role: enumOf(roles),
    scope: objectOf<RecordScope>({
      organizations: { ...arrayOf(uuid), description: 'Ids of organizations.' },
      regions: { ...arrayOf(text()), description: 'Codes of ISO 3166-2.' },
    }),
    confidential: flag('Streets and exact points of private places are shown.'),
    banned: flag('It cannot sign in.'),
    created_at: dateTime,
    accepted: flag('The invitation was accepted.'),
    second_factor: objectOf<User['second_factor']>({
      totp: flag('An authenticator app is set up.'),
      passkeys: count,
    }),
  }),
  {
    id: 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10',
    name: 'Ana',
    email: 'ana@example.org',
    role: 'editor',
    scope: { organizations: [], regions: ['US-TX'] },
    confidential: false,
    banned: false,
    created_at: '2026-11-30T12:00:00.000Z',
    accepted: true,
    second_factor: { totp: false, passkeys: 1 },
  },
);

export interface Users {
  items: User[];
}

export const usersComponent = component<Users>(
  'Users',
  objectOf<Users>({ items: arrayOf(ref(userComponent)) }),
  { items: [userComponent.example as User] },
);

/** A link that an administrator gives to someone, or that is mailed. */
export interface PersonalLink {
  user_id: string;
  /** Whom it is mailed to; null: the administrator passes it on. */
  mailed_to: string | null;
  /** null: it is mailed. */
  url: string | null;
  expires_at: string | null;
}

export const personalLinkComponent = component<PersonalLink>(
  'PersonalLink',
  objectOf<PersonalLink>({
    user_id: uuid,
    mailed_to: nullable(text('The address; null without a mail server.')),
    url: nullable({
      ...{ type: 'string', format: 'uri' },
      description: 'Good once. It is shown here alone; null where it is mailed.',
    }),
    expires_at: nullable(dateTime),
  }),
  {
    user_id: 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10',
    mailed_to: null,
    url: 'https://amparo.example/admin/accept-invitation#eW91',
    expires_at: '2026-12-03T12:00:00.000Z',
  },
);

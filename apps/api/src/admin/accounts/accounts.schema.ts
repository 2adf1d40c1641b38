import { type SignInMethod, signInMethods } from '#contract';
import {
  arrayOf,
  component,
  constant,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

/** What has become of an attempt to sign in or out. */
export interface SignInState {
  /** `code-needed`: the password was right, and a code has to follow. */
  state: 'signed-in' | 'code-needed' | 'signed-out';
}

export const signInStateComponent = component<SignInState>(
  'SignInState',
  objectOf<SignInState>({
    state: enumOf(
      ['signed-in', 'code-needed', 'signed-out'],
      'code-needed: the password was right, and a code or a recovery code has to follow.',
    ),
  }),
  { state: 'signed-in' },
);

export interface Done {
  state: 'done';
}

export const doneComponent = component<Done>('Done', objectOf<Done>({ state: constant('done') }), {
  state: 'done',
});

/** What the page for signing in can offer. */
export interface SignInOffer {
  /** Whether a link for another password can be mailed. */
  password_by_mail: boolean;
  /** By which one can sign in besides; null: there is none. */
  provider: { label: string } | null;
}

export const signInOfferComponent = component<SignInOffer>(
  'SignInOffer',
  objectOf<SignInOffer>({
    password_by_mail: flag('A link for another password can be mailed.'),
    provider: nullable(objectOf<{ label: string }>({ label: text() })),
  }),
  { password_by_mail: true, provider: { label: 'Example' } },
);

/** How an authenticator app is set up. */
export interface AuthenticatorSetUp {
  totp_uri: string;
  recovery_codes: string[];
}

export const authenticatorSetUpComponent = component<AuthenticatorSetUp>(
  'AuthenticatorSetUp',
  objectOf<AuthenticatorSetUp>({
    totp_uri: text('For the authenticator app, as a link or a QR code.'),
    recovery_codes: arrayOf(text('Each replaces one code of the app, once.')),
  }),
  {
    totp_uri: 'otpauth://totp/Amparo:ana%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Amparo',
    recovery_codes: ['aB3dE-fG7hI'],
  },
);

export interface RecoveryCodes {
  recovery_codes: string[];
}

export const recoveryCodesComponent = component<RecoveryCodes>(
  'RecoveryCodes',
  objectOf<RecoveryCodes>({ recovery_codes: arrayOf(text()) }),
  { recovery_codes: ['aB3dE-fG7hI'] },
);

/** Options of the Web Authentication API in their JSON form. */
export type PasskeyOptions = { challenge: string };

export const passkeyOptionsComponent = component<PasskeyOptions>(
  'PasskeyOptions',
  {
    ...objectOf<PasskeyOptions>({ challenge: text() }),
    additionalProperties: true,
    description:
      'For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.',
  },
  { challenge: 'cGFzc2tleQ' },
);

export interface Passkey {
  id: string;
  name: string | null;
  created_at: string | null;
  backed_up: boolean;
}

const passkeyComponent = component<Passkey>(
  'Passkey',
  objectOf<Passkey>({
    id: uuid,
    name: nullable(text()),
    created_at: nullable(dateTime),
    backed_up: flag('Stored in more than one place, as by a password manager.'),
  }),
);

export interface Passkeys {
  items: Passkey[];
}

const anyId = 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10';
const anyTime = '2026-11-30T12:00:00.000Z';

export const passkeysComponent = component<Passkeys>(
  'Passkeys',
  objectOf<Passkeys>({ items: arrayOf(ref(passkeyComponent)) }),
  { items: [{ id: anyId, name: 'My phone', created_at: anyTime, backed_up: true }] },
);

/** Someone who is signed in somewhere. */
export interface Session {
  id: string;
  method: SignInMethod;
  created_at: string;
  expires_at: string;
  user_agent: string | null;
  current: boolean;
}

const sessionComponent = component<Session>(
  'Session',
  objectOf<Session>({
    id: uuid,
    method: enumOf(signInMethods, 'How it was opened.'),
    created_at: dateTime,
    expires_at: dateTime,
    user_agent: nullable(text('What the browser said that it is.')),
    current: flag('The one of this request.'),
  }),
);

export interface Sessions {
  items: Session[];
}

export const sessionsComponent = component<Sessions>(
  'Sessions',
  objectOf<Sessions>({ items: arrayOf(ref(sessionComponent)) }),
  {
    items: [
      {
        id: anyId,
        method: 'passkey',
        created_at: anyTime,
        expires_at: '2026-12-01T00:00:00.000Z',
        user_agent: 'Mozilla/5.0',
        current: true,
      },
    ],
  },
);

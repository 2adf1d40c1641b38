import type { Role } from '#contract';
import { OneTimeLinkRepository } from '#identity';
import type { TestApp } from '../support/test-app.ts';
import { ConsoleClient } from './console-client.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import { totpCode } from './totp.ts';

export const PASSWORD = 'four plain words here';

export interface Person {
  id: string;
  email: string;
  client: ConsoleClient;
  /** Their device with a passkey. */
  device: SoftwareAuthenticator;
}

let count = 0;

/** Removes all accounts, and what is counted of their sign-ins. */
export async function removeAccounts({ db }: TestApp): Promise<void> {
  await db.query(`DELETE FROM account_user`);
  await db.query(`DELETE FROM account_link`);
  await db.query(`DELETE FROM account_throttle`);
}

/** The first administrator, signed in with a password alone. */
export async function setUp(at: TestApp): Promise<Person> {
  const { token } = await at.app.get(OneTimeLinkRepository).add('set-up', null, new Date());
  const client = new ConsoleClient(at);
  const email = `first-${count++}@example.org`;
  const body = { token, name: 'The first', email, password: PASSWORD };
  const { status } = await client.post('/v1/auth/set-up', body);
  expect(status).toBe(200);
  const { id } = (await client.get('/v1/admin/session')).body.user;
  return { id, email, client, device: new SoftwareAuthenticator(client.origin) };
}

/** The first administrator, signed in with a passkey. */
export async function anAdministrator(at: TestApp): Promise<Person> {
  const first = await setUp(at);
  await addPasskey(first);
  await signInWithPasskey(first);
  return first;
}

/** Someone whom an administrator has invited, signed in with a password alone. */
export async function invited(
  at: TestApp,
  by: Person,
  role: Role,
  more: { scope?: object; confidential?: boolean } = {},
): Promise<Person> {
  const email = `${role}-${count++}@example.org`;
  const { body } = await by.client.post('/v1/admin/users', { name: role, email, role, ...more });
  const client = new ConsoleClient(at);
  const accepted = await client.post('/v1/auth/accept-invitation', {
    token: tokenOf(body.url),
    password: PASSWORD,
  });
  expect(accepted.status).toBe(200);
  const device = new SoftwareAuthenticator(client.origin);
  const person = { id: body.user_id, email, client, device };
  await signIn(person);
  return person;
}

/** As `invited`, and signed in with a passkey. */
export async function invitedWithPasskey(
  at: TestApp,
  by: Person,
  role: Role,
  more: { scope?: object } = {},
): Promise<Person> {
  const person = await invited(at, by, role, more);
  await addPasskey(person);
  await signInWithPasskey(person);
  return person;
}

/** What follows # in a link. */
export function tokenOf(url: string): string {
  return new URL(url).hash.slice(1);
}

/** Signs in with the password. */
export async function signIn({ client, email }: Pick<Person, 'client' | 'email'>) {
  return await client.post('/v1/auth/sign-in/email', { email, password: PASSWORD });
}

export async function addPasskey({ client, device }: Person): Promise<void> {
  const options = (await client.get('/v1/auth/passkey/generate-register-options')).body;
  const response = device.register(options);
  const added = await client.post('/v1/auth/passkey/verify-registration', { response });
  expect(added.status).toBe(200);
}

export async function signInWithPasskey({ client, device }: Pick<Person, 'client' | 'device'>) {
  const options = (await client.get('/v1/auth/passkey/generate-authenticate-options')).body;
  const response = device.authenticate(options);
  return await client.post('/v1/auth/passkey/verify-authentication', { response });
}

export interface App {
  uri: string;
  /** With which it was confirmed. */
  spentCode: string;
  recoveryCodes: string[];
}

/** Sets up an authenticator app; the next code is good for signing in. */
export async function addTotp({ client }: Pick<Person, 'client'>): Promise<App> {
  const { body } = await client.post('/v1/auth/two-factor/enable', { password: PASSWORD });
  const code = totpCode(body.totp_uri);
  const confirmed = await client.post('/v1/auth/two-factor/confirm', { code });
  expect(confirmed.status).toBe(200);
  return { uri: body.totp_uri, spentCode: code, recoveryCodes: body.recovery_codes };
}

/** What the server says of who is signed in; null: nobody. */
export async function sessionOf({ client }: Pick<Person, 'client'>) {
  const { status, body } = await client.get('/v1/admin/session');
  return status === 401 ? null : body;
}

/** Whether someone can do what only administrators can, and with a second factor. */
export async function isPrivileged({ client }: Pick<Person, 'client'>): Promise<boolean> {
  return (await client.get('/v1/admin/users')).status === 200;
}

import { ConsoleClient } from '../accounts/console-client.ts';
import {
  addPasskey,
  addTotp,
  anAdministrator,
  invited,
  isPrivileged,
  PASSWORD,
  type Person,
  removeAccounts,
  sessionOf,
  setUp,
  signIn,
  signInWithPasskey,
} from '../accounts/people.ts';
import { SoftwareAuthenticator } from '../accounts/software-authenticator.ts';
import { totpCode } from '../accounts/totp.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterEach(() => removeAccounts(at));

/** Every path of second factors that changes something, with what would be right to send. */
const CHANGES: [path: string, body: object | undefined][] = [
  ['/v1/auth/two-factor/enable', { password: PASSWORD }],
  ['/v1/auth/two-factor/confirm', { code: '123456' }],
  ['/v1/auth/two-factor/verify-totp', { code: '123456' }],
  ['/v1/auth/two-factor/verify-backup-code', { code: 'aaaaa-bbbbb' }],
  ['/v1/auth/two-factor/generate-backup-codes', { password: PASSWORD }],
  ['/v1/auth/two-factor/disable', undefined],
  ['/v1/auth/passkey/verify-registration', { response: {} }],
  ['/v1/auth/passkey/verify-authentication', { response: {} }],
  ['/v1/auth/change-password', { password: PASSWORD, new_password: PASSWORD }],
];

/** An administrator with a passkey, signed in by somebody who knows the password alone. */
async function impostorOf(person: Person): Promise<Person> {
  const impostor = { ...person, client: new ConsoleClient(at) };
  expect((await signIn(impostor)).body).toEqual({ state: 'signed-in' });
  return impostor;
}

describe('a session of a password alone', () => {
  it.each(CHANGES)('gets no rights by %s', async (path, body) => {
    const first = await setUp(at);
    await first.client.post(path, body);
    expect(await isPrivileged(first)).toBe(false);
    const session = await sessionOf(first);
    expect(session?.method ?? 'password').toBe('password');
  });

  it('gets no rights by setting up an app, or a passkey: one signs in with them', async () => {
    const first = await setUp(at);
    const { recoveryCodes, spentCode } = await addTotp(first);
    expect(await isPrivileged(first)).toBe(false);
    for (const [path, code] of [
      ['verify-totp', spentCode],
      ['verify-backup-code', recoveryCodes[0]],
      ['confirm', spentCode],
    ]) {
      await first.client.post(`/v1/auth/two-factor/${path}`, { code });
      expect(await isPrivileged(first)).toBe(false);
    }
  });

  it('cannot add, change or remove a second factor where there is one', async () => {
    const first = await anAdministrator(at);
    const impostor = await impostorOf(first);
    for (const [path, body] of CHANGES.filter(
      ([path]) => !/verify-(totp|backup|auth)/.test(path),
    )) {
      const { status, body: problem } = await impostor.client.post(path, body);
      expect([path, status, problem.type]).toEqual([
        path,
        403,
        '/docs/problems#second-factor-required',
      ]);
    }
    const options = await impostor.client.get('/v1/auth/passkey/generate-register-options');
    expect(options.status).toBe(403);
    expect(await isPrivileged(impostor)).toBe(false);
    expect(await sessionOf(first)).toMatchObject({ second_factor: { totp: false, passkeys: 1 } });
  });

  it('of a contributor can do what contributors can', async () => {
    const first = await anAdministrator(at);
    const contributor = await invited(at, first, 'contributor');
    const session = await sessionOf(contributor);
    expect(session).toMatchObject({ method: 'password', needs_second_factor: false });
    expect(session.rules).toContainEqual({
      action: ['read', 'propose'],
      subject: 'organization',
    });
  });
});

describe('a trusted device', () => {
  it.each([
    ['/v1/auth/two-factor/verify-totp', { code: '123456', trustDevice: true }],
    ['/v1/auth/two-factor/verify-backup-code', { code: 'aaaaa-bbbbb', trustDevice: true }],
    ['/v1/auth/sign-in/email', { email: 'a@example.org', password: PASSWORD, rememberMe: true }],
  ])('is not offered by %s', async (path, body) => {
    const { status, body: problem } = await new ConsoleClient(at).post(path, body);
    expect(status).toBe(400);
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors[0].name).toMatch(/^(trustDevice|rememberMe)$/);
  });
});

describe('a factor that is removed', () => {
  it('ends all sessions when it is the app', async () => {
    const first = await setUp(at);
    const { uri } = await addTotp(first);
    await signIn(first);
    await first.client.post('/v1/auth/two-factor/verify-totp', { code: totpCode(uri, 1) });
    expect(await isPrivileged(first)).toBe(true);
    await first.client.post('/v1/auth/two-factor/disable');
    expect(await sessionOf(first)).toBeNull();
    expect((await signIn(first)).body).toEqual({ state: 'signed-in' });
    expect(await isPrivileged(first)).toBe(false);
  });

  it('ends all sessions when it is a passkey, and signs nobody in any more', async () => {
    const first = await anAdministrator(at);
    const [passkey] = (await first.client.get('/v1/auth/passkey/list-user-passkeys')).body.items;
    await first.client.post('/v1/auth/passkey/delete-passkey', { id: passkey.id });
    expect(await sessionOf(first)).toBeNull();
    expect((await signInWithPasskey(first)).status).toBe(401);
  });

  it('is not one of another account', async () => {
    const first = await anAdministrator(at);
    const [passkey] = (await first.client.get('/v1/auth/passkey/list-user-passkeys')).body.items;
    const other = await invited(at, first, 'contributor');
    const { status } = await other.client.post('/v1/auth/passkey/delete-passkey', {
      id: passkey.id,
    });
    expect(status).toBe(404);
    expect(await isPrivileged(first)).toBe(true);
  });

  it('counts at each request, however it went', async () => {
    const first = await anAdministrator(at);
    await at.db.query(`DELETE FROM account_passkey WHERE user_id = $1`, [first.id]);
    expect(await isPrivileged(first)).toBe(false);
  });
});

describe('a passkey', () => {
  it('is refused where the device has not checked whose hand it is in', async () => {
    const first = await setUp(at);
    const careless = new SoftwareAuthenticator(first.client.origin, false);
    const options = (await first.client.get('/v1/auth/passkey/generate-register-options')).body;
    const added = await first.client.post('/v1/auth/passkey/verify-registration', {
      response: careless.register(options),
    });
    expect(added.status).toBe(401);
    expect(await sessionOf(first)).toMatchObject({ second_factor: { passkeys: 0 } });
  });

  it('is refused for signing in where the device has not checked it then', async () => {
    const first = await setUp(at);
    await addPasskey(first);
    Object.assign(first.device, { checksUser: false });
    expect((await signInWithPasskey(first)).status).toBe(401);
    expect(await isPrivileged(first)).toBe(false);
  });

  it('is refused from a page of another site', async () => {
    const first = await setUp(at);
    await addPasskey(first);
    Object.assign(first.device, { origin: 'https://evil.test' });
    expect((await signInWithPasskey(first)).status).toBe(401);
  });

  it('answers one question, and that once', async () => {
    const first = await setUp(at);
    await addPasskey(first);
    const path = '/v1/auth/passkey/generate-authenticate-options';
    const options = (await first.client.get(path)).body;
    expect(options.userVerification).toBe('required');
    const cookies = new Map(first.client.cookies);
    const response = first.device.authenticate(options);
    const answer = async () =>
      (await first.client.post('/v1/auth/passkey/verify-authentication', { response })).status;
    expect(await answer()).toBe(200);
    for (const [name, value] of cookies) first.client.cookies.set(name, value);
    expect(await answer()).toBe(401);
  });
});

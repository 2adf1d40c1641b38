import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../../../../test/database/test-databases.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import {
  CLIENT_ID,
  type Fault,
  IdentityProvider,
  type ProviderIdentity,
} from '../accounts/identity-provider.ts';
import {
  addPasskey,
  anAdministrator,
  invited,
  isPrivileged,
  type Person,
  removeAccounts,
  sessionOf,
  signInWithPasskey,
  tokenOf,
} from '../accounts/people.ts';
import { type OwnTestApp, sharedTestApp, startTestApp } from '../support/test-app.ts';

const provider = new IdentityProvider();
let at: OwnTestApp;
let first: Person;
const without = sharedTestApp();

async function start(environment: Record<string, string> = {}): Promise<OwnTestApp> {
  const secret = join(newFolder(), 'secret');
  writeFileSync(secret, 'the secret of the provider\n');
  return await startTestApp({
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_LABEL: 'Example login' },
    ...{ OIDC_CLIENT_SECRET_FILE: secret, PUBLIC_URL: 'https://amparo.test', ...environment },
  });
}

beforeAll(async () => {
  await provider.start();
  at = await start();
});
beforeEach(async () => {
  first = await anAdministrator(at);
});
afterEach(() => removeAccounts(at));
afterAll(async () => {
  await at?.stop();
  await provider.stop();
});

const FAILED = '/admin/?provider=failed';

async function signIn(
  client: ConsoleClient,
  identity: ProviderIdentity,
  fault: Fault = {},
): Promise<string> {
  const { body } = await client.post('/v1/auth/provider/sign-in', {});
  return await provider.finish(client, body.url, identity, fault);
}

async function link({ client }: Pick<Person, 'client'>, identity: ProviderIdentity, fault = {}) {
  const { body } = await client.post('/v1/auth/provider/link');
  return await provider.finish(client, body.url, identity, fault);
}

const logins = async (sub: string) =>
  await at.db.query(
    `SELECT user_id, account_id, access_token, refresh_token, id_token FROM account_login
      WHERE provider_id = 'oidc' AND account_id LIKE $1`,
    [`% ${sub}`],
  );

describe('a provider', () => {
  it('is offered where there is one', async () => {
    expect((await new ConsoleClient(at).get('/v1/auth/offer')).body.provider).toEqual({
      label: 'Example login',
    });
    expect((await new ConsoleClient(without).get('/v1/auth/offer')).body.provider).toBeNull();
    const response = await new ConsoleClient(without).post('/v1/auth/provider/sign-in', {});
    expect(response.status).toBe(404);
  });

  it('is asked with state, nonce and a challenge (PKCE), for nothing but who somebody is', async () => {
    const { body } = await new ConsoleClient(at).post('/v1/auth/provider/sign-in', {});
    const { origin, searchParams } = new URL(body.url);
    expect(origin).toBe(new URL(provider.issuer).origin);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ client_id: CLIENT_ID, response_type: 'code', scope: 'openid' },
      ...{ redirect_uri: 'https://amparo.test/v1/auth/callback/oidc' },
      ...{ code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
      ...{ state: expect.stringMatching(/^\S{16,}$/), nonce: expect.stringMatching(/^\S{16,}$/) },
    });
  });
});

it('is asked for 20 people of one network in ten minutes', async () => {
  const client = new ConsoleClient(at);
  const statuses: number[] = [];
  for (let n = 0; n < 21; n++) {
    statuses.push((await client.post('/v1/auth/provider/sign-in', {})).status);
  }
  expect(statuses).toEqual([...Array(20).fill(200), 429]);
});

describe('someone whom the provider knows', () => {
  it('is linked by hand, with another e-mail address there, and then signs in', async () => {
    const editor = await invited(at, first, 'editor');
    const eva = { sub: 'eva-1', email: 'other@elsewhere.example' };
    expect(await link(editor, eva)).toBe('/admin/account');
    expect(await sessionOf(editor)).toMatchObject({ linked_to_provider: true, method: 'password' });
    const client = new ConsoleClient(at);
    expect(await signIn(client, eva)).toBe('/admin/');
    expect(await sessionOf({ client })).toMatchObject({
      ...{ user: { id: editor.id, email: editor.email }, method: 'oidc' },
    });
    expect(await logins('eva-1')).toEqual([
      {
        ...{ user_id: editor.id, account_id: `${provider.issuer} eva-1` },
        ...{ access_token: null, refresh_token: null, id_token: null },
      },
    ]);
  });

  it('is refused without a link, though the e-mail address has an account', async () => {
    const editor = await invited(at, first, 'editor');
    const client = new ConsoleClient(at);
    expect(await signIn(client, { sub: 'unknown', email: editor.email })).toBe(FAILED);
    expect(await sessionOf({ client })).toBeNull();
    expect(await logins('unknown')).toEqual([]);
    expect(await at.db.query(`SELECT FROM account_user`)).toHaveLength(2);
  });

  it('is nobody else at another issuer', async () => {
    const editor = await invited(at, first, 'editor');
    await at.db.query(
      `INSERT INTO account_login (user_id, account_id, provider_id)
       VALUES ($1, 'https://another.example eva-2', 'oidc')`,
      [editor.id],
    );
    const client = new ConsoleClient(at);
    expect(await signIn(client, { sub: 'eva-2', email: editor.email })).toBe(FAILED);
    expect(await sessionOf({ client })).toBeNull();
  });

  it('accepts an invitation, once', async () => {
    const person = { name: 'Eva', email: 'eva@example.org', role: 'editor' };
    const { body: made } = await first.client.post('/v1/admin/users', person);
    const invitation = tokenOf(made.url);
    const accept = async (sub: string) => {
      const client = new ConsoleClient(at);
      const { status, body } = await client.post('/v1/auth/provider/sign-in', { invitation });
      if (status !== 200) return { status, client };
      return { status, client, page: await provider.finish(client, body.url, { sub }) };
    };
    const { client, page } = await accept('eva-3');
    expect(page).toBe('/admin/');
    expect(await sessionOf({ client })).toMatchObject({ user: { id: made.user_id } });
    expect((await accept('mallory')).status).toBe(400);
    expect(await logins('mallory')).toEqual([]);
    const { body } = await first.client.get(`/v1/admin/users/${made.user_id}`);
    expect(body.accepted).toBe(true);
    // Without an invitation from now on.
    expect(await signIn(new ConsoleClient(at), { sub: 'eva-3' })).toBe('/admin/');
  });

  it('cannot take over who is linked already', async () => {
    const [one, other] = [await invited(at, first, 'editor'), await invited(at, first, 'editor')];
    expect(await link(one, { sub: 'eva-4' })).toBe('/admin/account');
    expect(await link(other, { sub: 'eva-4' })).toBe('/admin/account?provider=failed');
    expect((await logins('eva-4')).map(({ user_id }: { user_id: string }) => user_id)).toEqual([
      one.id,
    ]);
  });

  it('cannot sign in while banned', async () => {
    const editor = await invited(at, first, 'editor');
    await link(editor, { sub: 'eva-5' });
    await first.client.patch(`/v1/admin/users/${editor.id}`, { banned: true });
    const client = new ConsoleClient(at);
    expect(await signIn(client, { sub: 'eva-5' })).toBe(FAILED);
    expect(await sessionOf({ client })).toBeNull();
  });

  it('is signed out everywhere when the account is unlinked', async () => {
    const editor = await invited(at, first, 'editor');
    await link(editor, { sub: 'eva-6' });
    const client = new ConsoleClient(at);
    await signIn(client, { sub: 'eva-6' });
    expect((await editor.client.post('/v1/auth/provider/unlink')).status).toBe(200);
    expect([await sessionOf(editor), await sessionOf({ client })]).toEqual([null, null]);
    expect(await signIn(client, { sub: 'eva-6' })).toBe(FAILED);
  });

  it('gets another session, and the one before has ended', async () => {
    const [one, other] = [await invited(at, first, 'editor'), await invited(at, first, 'editor')];
    await link(other, { sub: 'eva-7' });
    const before = new Map(one.client.cookies);
    expect(await signIn(one.client, { sub: 'eva-7' })).toBe('/admin/');
    expect(await sessionOf(one)).toMatchObject({ user: { id: other.id }, method: 'oidc' });
    const old = new ConsoleClient(at);
    for (const [name, value] of before) old.cookies.set(name, value);
    expect(await sessionOf({ client: old })).toBeNull();
  });
});

describe('what comes back from a provider', () => {
  const cases: [string, () => Fault][] = [
    ['another state', () => ({ parameters: { state: 'another-state-altogether' } })],
    ['the state of another browser', () => ({ browser: new ConsoleClient(at) })],
    ['another nonce', () => ({ claims: { nonce: 'another' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['a token for another client', () => ({ claims: { aud: 'another' } })],
    ['a token of another issuer', () => ({ claims: { iss: 'https://another.example' } })],
    ['a token that is too old', () => ({ claims: { exp: 1_000_000_000 } })],
    ['another code', () => ({ parameters: { code: 'another' } })],
    ['a failure', () => ({ parameters: { error: 'access_denied' } })],
  ];
  it.each(cases)('signs nobody in with %s', async (_, fault) => {
    const editor = await invited(at, first, 'editor');
    await link(editor, { sub: 'eva-8' });
    const client = new ConsoleClient(at);
    const given = fault();
    expect(await signIn(client, { sub: 'eva-8' }, given)).toBe(FAILED);
    expect(await sessionOf({ client: given.browser ?? client })).toBeNull();
    expect(await signIn(client, { sub: 'eva-8' })).toBe('/admin/');
  });

  it('signs nobody in with the code of another sign-in (PKCE)', async () => {
    const editor = await invited(at, first, 'editor');
    await link(editor, { sub: 'eva-10' });
    const begin = async () => (await client.post('/v1/auth/provider/sign-in', {})).body.url;
    const client = new ConsoleClient(at);
    const code = await provider.codeOf(await begin());
    const fault = { parameters: { code } };
    expect(await provider.finish(client, await begin(), { sub: 'eva-10' }, fault)).toBe(FAILED);
    expect(await sessionOf({ client })).toBeNull();
  });

  it('signs nobody in twice with the same state', async () => {
    const editor = await invited(at, first, 'editor');
    await link(editor, { sub: 'eva-9' });
    const client = new ConsoleClient(at);
    const { body } = await client.post('/v1/auth/provider/sign-in', {});
    expect(await provider.finish(client, body.url, { sub: 'eva-9' })).toBe('/admin/');
    await client.post('/v1/auth/sign-out');
    expect(await provider.finish(client, body.url, { sub: 'eva-9' })).toBe(FAILED);
    expect(await sessionOf({ client })).toBeNull();
  });
});

describe('a second factor', () => {
  it('of ours is needed though the provider has let somebody in', async () => {
    await link(first, { sub: 'first' });
    const client = new ConsoleClient(at);
    await signIn(client, { sub: 'first' });
    expect(await sessionOf({ client })).toMatchObject({
      ...{ method: 'oidc', needs_second_factor: true, rules: [] },
    });
    expect(await isPrivileged({ client })).toBe(false);
    // Nor can it be replaced.
    expect((await client.post('/v1/auth/provider/unlink')).status).toBe(403);
    await signInWithPasskey({ client, device: first.device });
    expect(await isPrivileged({ client })).toBe(true);
  });

  it('of an account is needed for linking it', async () => {
    const editor = await invited(at, first, 'editor');
    await addPasskey(editor);
    expect((await editor.client.post('/v1/auth/provider/link')).status).toBe(403);
  });

  it('of the provider is enough where the operator says so', async () => {
    const own = await start({ OIDC_IS_SECOND_FACTOR: 'on' });
    onTestFinished(async () => {
      await removeAccounts(own);
      await own.stop();
    });
    await removeAccounts(own);
    const administrator = await anAdministrator(own);
    await link(administrator, { sub: 'second' });
    const client = new ConsoleClient(own);
    expect(await signIn(client, { sub: 'second' })).toBe('/admin/');
    expect(await sessionOf({ client })).toMatchObject({ needs_second_factor: false });
    expect(await isPrivileged({ client })).toBe(true);
    // It ends with the link.
    await own.db.query(`DELETE FROM account_login WHERE provider_id = 'oidc'`);
    expect(await isPrivileged({ client })).toBe(false);
  });
});

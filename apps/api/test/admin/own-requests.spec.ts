import request from 'supertest';
import { SESSION_COOKIE } from '#identity';
import { ConsoleClient } from '../accounts/console-client.ts';
import {
  anAdministrator,
  isPrivileged,
  PASSWORD,
  type Person,
  removeAccounts,
  sessionOf,
} from '../accounts/people.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp({ TRUST_PROXY: 'on' });
const publicAt = sharedTestApp({ PUBLIC_URL: 'https://amparo.test' });
afterEach(async () => {
  await removeAccounts(at);
  await removeAccounts(publicAt);
});

/** Ends a session as a page would that has these headers, and says whether it was refused. */
async function signOutFrom(person: Person, headers: Record<string, string>): Promise<number> {
  const cookie = `${SESSION_COOKIE}=${person.client.cookies.get(SESSION_COOKIE)}`;
  const sent = {
    method: 'post',
    path: '/v1/auth/sign-out',
    headers: { cookie, ...headers },
  } as const;
  return (await at.api.send(sent)).status;
}

describe('a request that changes something', () => {
  it.each<[string, (own: string) => Record<string, string>, number]>([
    ['a page of ours', (own) => ({ 'sec-fetch-site': 'same-origin', origin: own }), 200],
    [
      'a page of ours without a referrer',
      () => ({ 'sec-fetch-site': 'same-origin', origin: 'null' }),
      200,
    ],
    ['an older browser at a page of ours', (own) => ({ origin: own }), 200],
    ['a page of another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    [
      'a page of another site that says it is ours',
      (own) => ({ 'sec-fetch-site': 'cross-site', origin: own }),
      403,
    ],
    ['a page of a neighbor', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['the address bar', () => ({ 'sec-fetch-site': 'none' }), 403],
    ['an older browser at another site', () => ({ origin: 'https://evil.test' }), 403],
    ['an older browser at another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['an older browser that hides where it is', () => ({ origin: 'null' }), 403],
    ['a program', () => ({}), 403],
  ])('comes from %s', async (_, headersAt, status) => {
    const first = await anAdministrator(at);
    expect(await signOutFrom(first, headersAt(first.client.origin))).toBe(status);
    expect(await isPrivileged(first)).toBe(status === 403);
  });

  it('is refused in the same way on every path, however it is written', async () => {
    const first = await anAdministrator(at);
    const cookie = `${SESSION_COOKIE}=${first.client.cookies.get(SESSION_COOKIE)}`;
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    const user = { name: 'Eva', email: 'eva@example.org', role: 'administrator' };
    for (const path of ['/v1/admin/users', '/v1/%61dmin/users', '/v1/admin/users?x=1']) {
      const answer = await request(at.app.getHttpServer()).post(path).set(headers).send(user);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await first.client.get('/v1/admin/users')).body.items).toHaveLength(1);
  });

  it('of a script with a token may come from anywhere, and its cookie does not count', async () => {
    const first = await anAdministrator(at);
    const cookie = `${SESSION_COOKIE}=${first.client.cookies.get(SESSION_COOKIE)}`;
    const headers = { cookie, authorization: 'Bearer nonsense', 'sec-fetch-site': 'cross-site' };
    const body = { name: 'Eva', email: 'eva@example.org', role: 'administrator' };
    const post = async (path: string) =>
      (await at.api.send({ method: 'post', path, body, headers })).status;
    expect(await post('/v1/admin/users')).toBe(401);
    expect(await post('/v1/auth/sign-out')).toBe(403);
    expect(await sessionOf(first)).not.toBeNull();
  });
});

describe('what accounts get', () => {
  it('is stored by nobody, and read by no other site', async () => {
    const first = await anAdministrator(at);
    const answers = [
      await first.client.get('/v1/admin/session'),
      await first.client.get('/v1/admin/users'),
      await first.client.get('/v1/auth/sessions'),
      await new ConsoleClient(at).get('/v1/admin/session'),
      await new ConsoleClient(at).get('/v1/auth/no-such-thing'),
      await first.client.send({
        method: 'get',
        path: '/v1/admin/users',
        headers: { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
      }),
    ];
    for (const { headers } of answers) {
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers.etag).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('is not sent to another client', async () => {
    const first = await anAdministrator(at);
    for (const path of ['/v1/admin/users', '/v1/admin/session']) {
      expect((await first.client.get(path)).status).toBe(200);
      expect((await new ConsoleClient(at).get(path)).status).toBe(401);
    }
  });
});

describe('over plain http', () => {
  const signIn = async (app: typeof at, headers: Record<string, string>) => {
    const body = { email: 'nobody@example.org', password: PASSWORD };
    const own = { 'sec-fetch-site': 'same-origin', ...headers };
    const path = '/v1/auth/sign-in/email';
    return await app.api.send({ method: 'post', path, body, headers: own });
  };

  it.each<[string, Record<string, string>, boolean]>([
    ['localhost', { host: 'localhost:3000' }, true],
    ['127.0.0.1', { host: '127.0.0.1:3000' }, true],
    ['[::1]', { host: '[::1]:3000' }, true],
    ['an address of the network', { host: '192.168.1.7:3000' }, false],
    ['a name that leads here', { host: 'evil.test' }, false],
    ['a name that looks like this machine', { host: 'localhost.evil.test' }, false],
    ['a proxy that speaks https', { host: 'amparo.test', 'x-forwarded-proto': 'https' }, true],
    ['a proxy that does not', { host: 'localhost', 'x-forwarded-host': 'amparo.test' }, false],
  ])('%s', async (_, headers, works) => {
    const { status, body } = await signIn(at, headers);
    expect(status).toBe(works ? 401 : 403);
    if (works) return;
    expect(body.type).toBe('/docs/problems#insecure-connection');
    expect(body.detail).toMatch(/HTTPS.*localhost/);
  });

  it('the public address counts as what it is', async () => {
    expect((await signIn(publicAt, { host: 'amparo.test' })).status).toBe(401);
    const other = await signIn(publicAt, { host: 'other.test' });
    expect(other.body.type).toBe('/docs/problems#insecure-connection');
  });
});

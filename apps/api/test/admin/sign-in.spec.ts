import { PasswordHasher, SESSION_COOKIE } from '#identity';
import { ConsoleClient, setCookies } from '../accounts/console-client.ts';
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
import { totpCode } from '../accounts/totp.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp({ TRUST_PROXY: 'on' });
afterEach(() => removeAccounts(at));

const wrong = 'not the password at all';

describe('signing in', () => {
  it('with a password and a code makes an administrator one, and with a password alone does not', async () => {
    const first = await setUp(at);
    expect(await isPrivileged(first)).toBe(false);
    expect(await sessionOf(first)).toMatchObject({
      user: { role: 'administrator', email: first.email },
      method: 'password',
      second_factor: { totp: false, passkeys: 0 },
      needs_second_factor: true,
      rules: [],
    });
    const { uri } = await addTotp(first);
    expect(await isPrivileged(first)).toBe(false);
    expect((await signIn(first)).body).toEqual({ state: 'code-needed' });
    expect(await sessionOf(first)).toBeNull();
    const { body } = await first.client.post('/v1/auth/two-factor/verify-totp', {
      code: totpCode(uri, 1),
    });
    expect(body).toEqual({ state: 'signed-in' });
    expect(await isPrivileged(first)).toBe(true);
    const session = await sessionOf(first);
    expect(session).toMatchObject({ method: 'password+code', needs_second_factor: false });
    expect(session.rules.length).toBeGreaterThan(0);
  });

  it('with a passkey needs nothing else', async () => {
    const first = await setUp(at);
    await addPasskey(first);
    expect(await isPrivileged(first)).toBe(false);
    expect((await signInWithPasskey(first)).body).toEqual({ state: 'signed-in' });
    expect(await isPrivileged(first)).toBe(true);
    expect((await sessionOf(first)).method).toBe('passkey');
  });

  it('with a recovery code works once for each', async () => {
    const first = await setUp(at);
    const { recoveryCodes } = await addTotp(first);
    const [code] = recoveryCodes;
    await signIn(first);
    await first.client.post('/v1/auth/two-factor/verify-backup-code', { code });
    expect(await isPrivileged(first)).toBe(true);
    await signIn(first);
    const again = await first.client.post('/v1/auth/two-factor/verify-backup-code', { code });
    expect(again.status).toBe(401);
    expect(await sessionOf(first)).toBeNull();
  });

  it('takes a code of an authenticator app once', async () => {
    const first = await setUp(at);
    const { uri, spentCode } = await addTotp(first);
    const code = totpCode(uri, 1);
    const other = { ...first, client: new ConsoleClient(at) };
    for (const [person, status] of [
      [first, 200],
      [other, 401],
    ] as const) {
      await signIn(person);
      const answer = await person.client.post('/v1/auth/two-factor/verify-totp', { code });
      expect(answer.status).toBe(status);
    }
    expect(await isPrivileged(first)).toBe(true);
    expect(await sessionOf(other)).toBeNull();
    // The one that confirmed the app is spent, too.
    await signIn(other);
    const spent = await other.client.post('/v1/auth/two-factor/verify-totp', { code: spentCode });
    expect(spent.status).toBe(401);
  });

  it('sets a cookie that no script reads and no other host gets, for twelve hours', async () => {
    const first = await setUp(at);
    const cookie = setCookies(await signIn(first)).find((line) => line.startsWith(SESSION_COOKIE));
    expect(cookie).toMatch(/^__Host-/);
    for (const attribute of ['Max-Age=43200', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toMatch(/domain/i);
  });

  it('tells nobody the token of the session but the cookie', async () => {
    const first = await anAdministrator(at);
    const [token = ''] = decodeURIComponent(first.client.cookies.get(SESSION_COOKIE) ?? '').split(
      '.',
    );
    expect(token.length).toBeGreaterThan(20);
    for (const path of [
      '/v1/auth/sessions',
      '/v1/admin/session',
      `/v1/admin/users/${first.id}/sessions`,
    ]) {
      const { status, body } = await first.client.get(path);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(token);
    }
    expect(JSON.stringify((await signInWithPasskey(first)).body)).toBe('{"state":"signed-in"}');
  });

  it('makes another session, and ends the one that was there (session fixation)', async () => {
    const first = await setUp(at);
    const planted = first.client.cookies.get(SESSION_COOKIE) as string;
    const attacker = { client: new ConsoleClient(at) };
    attacker.client.cookies.set(SESSION_COOKIE, planted);
    await addPasskey(first);
    await signInWithPasskey(first);
    expect(first.client.cookies.get(SESSION_COOKIE)).not.toBe(planted);
    expect(await isPrivileged(first)).toBe(true);
    expect(await sessionOf(attacker)).toBeNull();
  });

  it('is over for a stolen cookie when its owner has signed out', async () => {
    const first = await anAdministrator(at);
    const thief = { client: new ConsoleClient(at) };
    thief.client.cookies.set(SESSION_COOKIE, first.client.cookies.get(SESSION_COOKIE) as string);
    expect(await isPrivileged(thief)).toBe(true);
    expect((await first.client.post('/v1/auth/sign-out')).body).toEqual({ state: 'signed-out' });
    expect(first.client.cookies.has(SESSION_COOKIE)).toBe(false);
    expect(await sessionOf(thief)).toBeNull();
  });

  it('does not take a cookie that this server has not signed', async () => {
    const first = await anAdministrator(at);
    const cookie = first.client.cookies.get(SESSION_COOKIE) as string;
    const forged = { client: new ConsoleClient(at) };
    forged.client.cookies.set(SESSION_COOKIE, `${cookie.split('.')[0]}.${'A'.repeat(43)}%3D`);
    expect(await sessionOf(forged)).toBeNull();
  });
});

describe('where one is signed in', () => {
  it('is listed, and can be ended one by one or everywhere', async () => {
    const first = await anAdministrator(at);
    const phone = { ...first, client: new ConsoleClient(at, { 'user-agent': 'A phone' }) };
    await signInWithPasskey(phone);
    const { items } = (await first.client.get('/v1/auth/sessions')).body;
    expect(items).toMatchObject([
      { user_agent: 'A phone', method: 'passkey', current: false },
      { method: 'passkey', current: true },
    ]);
    await first.client.delete(`/v1/auth/sessions/${items[0].id}`);
    expect(await sessionOf(phone)).toBeNull();
    expect(await sessionOf(first)).not.toBeNull();
    await signInWithPasskey(phone);
    await first.client.delete('/v1/auth/sessions');
    expect([await sessionOf(phone), await sessionOf(first)]).toEqual([null, null]);
  });

  it('is nobody else’s business', async () => {
    const first = await anAdministrator(at);
    const other = await invited(at, first, 'contributor');
    const [own] = (await first.client.get('/v1/auth/sessions')).body.items;
    expect((await other.client.delete(`/v1/auth/sessions/${own.id}`)).status).toBe(404);
    expect(await sessionOf(first)).not.toBeNull();
  });

  it('ends elsewhere when the password changes', async () => {
    const first = await anAdministrator(at);
    const other = await invited(at, first, 'contributor');
    const elsewhere = { ...other, client: new ConsoleClient(at) };
    await signIn(elsewhere);
    const change = (password: string, new_password: string) =>
      other.client.post('/v1/auth/change-password', { password, new_password });
    expect((await change(wrong, 'other words than before')).status).toBe(400);
    expect((await change(PASSWORD, 'Password2026!')).body.errors).toMatchObject([
      { name: 'new_password' },
    ]);
    expect((await change(PASSWORD, 'other words than before')).status).toBe(200);
    expect(await sessionOf(elsewhere)).toBeNull();
    expect(await sessionOf(other)).not.toBeNull();
    expect((await signIn(elsewhere)).status).toBe(401);
  });
});

describe('an address', () => {
  /** What signing in with a wrong password answers, and how many passwords are hashed for it. */
  async function attempt(email: string, ip: string) {
    const hasher = at.app.get(PasswordHasher);
    const spies = [vi.spyOn(hasher, 'hash'), vi.spyOn(hasher, 'verify')];
    const client = new ConsoleClient(at, { 'x-forwarded-for': ip });
    const { status, body, headers } = await client.post('/v1/auth/sign-in/email', {
      email,
      password: wrong,
    });
    const hashed = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    return { status, body, names: Object.keys(headers).sort(), hashed };
  }

  it('answers the same whether it has an account, with the same work (enumeration)', async () => {
    const first = await anAdministrator(at);
    const { body } = await first.client.post('/v1/admin/users', {
      name: 'Not yet',
      email: 'not-yet@example.org',
      role: 'editor',
    });
    const known = await attempt(first.email, '192.0.2.1');
    expect(known).toMatchObject({ status: 401, hashed: 1 });
    expect(await attempt('nobody@example.org', '192.0.2.2')).toEqual(known);
    expect(await attempt('not-yet@example.org', '192.0.2.3')).toEqual(known);
    await first.client.patch(`/v1/admin/users/${body.user_id}`, { banned: true });
    expect(await attempt('not-yet@example.org', '192.0.2.4')).toEqual(known);
  });

  it('is refused after ten failures, known or not, from wherever they come', async () => {
    const first = await anAdministrator(at);
    for (const email of [first.email, 'nobody@example.org']) {
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) {
        const { status, hashed } = await attempt(email, `198.51.100.${n}`);
        statuses.push(status);
        expect(hashed).toBe(status === 401 ? 1 : 0);
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    }
    const client = new ConsoleClient(at, { 'x-forwarded-for': '203.0.113.77' });
    const body = { email: first.email, password: PASSWORD };
    const refused = await client.post('/v1/auth/sign-in/email', body);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    // A passkey cannot be guessed, and lets its owner in at any time.
    expect((await signInWithPasskey({ ...first, client })).status).toBe(200);
  });

  it('is not held back by what succeeds', async () => {
    const first = await setUp(at);
    for (let n = 0; n < 12; n++) expect((await signIn(first)).status).toBe(200);
  });
});

it('refuses a network after twenty failures, and no other', async () => {
  await anAdministrator(at);
  const from = async (ip: string, email: string) => {
    const client = new ConsoleClient(at, { 'x-forwarded-for': ip });
    return (await client.post('/v1/auth/sign-in/email', { email, password: wrong })).status;
  };
  const statuses: number[] = [];
  for (let n = 0; n < 22; n++) statuses.push(await from(`2001:db8::${n}`, `no-${n}@example.org`));
  expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
  expect(await from('2001:db8:0:1::1', 'no@example.org')).toBe(401);
  const rows = await at.db.query(`SELECT encode(key, 'escape') AS key FROM account_throttle`);
  expect(JSON.stringify(rows)).not.toMatch(/2001|example/);
});

it('refuses codes after too many were wrong, and says for how long', async () => {
  const first = await setUp(at);
  const { uri } = await addTotp(first);
  const person: Pick<Person, 'client' | 'email'> = first;
  const guess = async () => {
    const { status } = await person.client.post('/v1/auth/two-factor/verify-totp', {
      code: '000000',
    });
    return status;
  };
  for (let n = 0; n < 10; n++) {
    if (n % 5 === 0) await signIn(person);
    expect(await guess()).toBe(401);
  }
  await signIn(person);
  const code = totpCode(uri, 1);
  const locked = await person.client.post('/v1/auth/two-factor/verify-totp', { code });
  expect([locked.status, locked.headers['retry-after']]).toEqual([429, '900']);
});

import { ConsoleClient } from '../accounts/console-client.ts';
import {
  anAdministrator,
  invited,
  invitedWithPasskey,
  isPrivileged,
  removeAccounts,
  sessionOf,
  signIn,
  signInWithPasskey,
} from '../accounts/people.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterEach(() => removeAccounts(at));

const eva = { name: 'Eva', email: 'eva@example.org', role: 'editor' };

describe('accounts', () => {
  it('are listed, with what they may do and whether they can sign in', async () => {
    const first = await anAdministrator(at);
    const scope = { organizations: [], regions: ['US-TX'] };
    await first.client.post('/v1/admin/users', { ...eva, scope, confidential: true });
    const { items } = (await first.client.get('/v1/admin/users')).body;
    expect(items).toMatchObject([
      { ...eva, scope, confidential: true, banned: false, accepted: false },
      { role: 'administrator', accepted: true, second_factor: { totp: false, passkeys: 1 } },
    ]);
    const one = await first.client.get(`/v1/admin/users/${items[0].id}`);
    expect(one.body).toEqual(items[0]);
  });

  it('have one e-mail address each, in whatever letters', async () => {
    const { client } = await anAdministrator(at);
    expect((await client.post('/v1/admin/users', eva)).status).toBe(200);
    const again = await client.post('/v1/admin/users', { ...eva, email: ' EVA@example.org' });
    expect([again.status, again.body.type]).toEqual([409, '/docs/problems#conflict']);
  });

  it.each([
    [{ ...eva, role: 'owner' }, 'role'],
    [{ ...eva, email: 'eva' }, 'email'],
    [{ ...eva, banned: false }, 'banned'],
    [{ ...eva, id: 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10' }, 'id'],
    [{ ...eva, emailVerified: true }, 'emailVerified'],
    [{ ...eva, two_factor_enabled: true }, 'two_factor_enabled'],
    [{ ...eva, scope: { organizations: ['all'], regions: [] } }, 'scope.organizations'],
    [{ ...eva, scope: { organizations: [], regions: ['Texas'] } }, 'scope.regions'],
    [{ ...eva, scope: { organizations: [], regions: [], all: true } }, 'scope.all'],
  ])('are refused with fields that are wrong or not ours: %j', async (body, field) => {
    const { client } = await anAdministrator(at);
    const { status, body: problem } = await client.post('/v1/admin/users', body);
    expect(status).toBe(400);
    expect(problem.errors.map(({ name }: { name: string }) => name)).toEqual([field]);
    expect((await client.get('/v1/admin/users')).body.items).toHaveLength(1);
  });

  it('get another role, scope or right, and are signed out when it is the role', async () => {
    const first = await anAdministrator(at);
    const person = await invited(at, first, 'contributor');
    const change = async (body: object) =>
      (await first.client.patch(`/v1/admin/users/${person.id}`, body)).body;
    const scope = { organizations: [], regions: ['MX-SON'] };
    expect(await change({ scope, confidential: true })).toMatchObject({
      role: 'contributor',
      scope,
      confidential: true,
    });
    expect(await sessionOf(person)).not.toBeNull();
    expect(await change({ role: 'editor' })).toMatchObject({ role: 'editor', scope });
    expect(await sessionOf(person)).toBeNull();
    await signIn(person);
    expect((await sessionOf(person)).rules).toContainEqual(
      expect.objectContaining({
        subject: 'organization',
        conditions: { regions: { $in: ['MX-SON'] } },
      }),
    );
  });

  it('cannot sign in while they are banned, by any means', async () => {
    const first = await anAdministrator(at);
    const person = await invitedWithPasskey(at, first, 'reviewer');
    await first.client.patch(`/v1/admin/users/${person.id}`, { banned: true });
    expect(await sessionOf(person)).toBeNull();
    expect((await signIn(person)).status).toBe(403);
    expect((await signInWithPasskey(person)).status).toBe(403);
    expect(await sessionOf(person)).toBeNull();
    await first.client.patch(`/v1/admin/users/${person.id}`, { banned: false });
    expect((await signInWithPasskey(person)).status).toBe(200);
  });

  it('always contain an administrator', async () => {
    const first = await anAdministrator(at);
    const path = `/v1/admin/users/${first.id}`;
    for (const change of [{ role: 'reviewer' }, { banned: true }]) {
      expect((await first.client.patch(path, change)).status).toBe(409);
    }
    expect((await first.client.delete(path)).status).toBe(409);
    expect(await isPrivileged(first)).toBe(true);
    const second = await invitedWithPasskey(at, first, 'administrator');
    // Each removes the other at the same time.
    const removed = await Promise.all([
      first.client.delete(`/v1/admin/users/${second.id}`),
      second.client.delete(path),
    ]);
    expect(removed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await at.db.query(`SELECT FROM account_user`)).toHaveLength(1);
  });

  it('are deleted with all that is theirs', async () => {
    const first = await anAdministrator(at);
    const person = await invitedWithPasskey(at, first, 'reviewer');
    expect((await first.client.delete(`/v1/admin/users/${person.id}`)).status).toBe(200);
    expect(await sessionOf(person)).toBeNull();
    expect((await signIn(person)).status).toBe(401);
    for (const table of ['session', 'login', 'passkey', 'two_factor', 'token']) {
      const found = await at.db.query(`SELECT FROM account_${table} WHERE user_id = $1`, [
        person.id,
      ]);
      expect([table, found.length]).toEqual([table, 0]);
    }
  });

  it('start again with their second factor when an administrator says so', async () => {
    const first = await anAdministrator(at);
    const person = await invitedWithPasskey(at, first, 'reviewer');
    const { items } = (await first.client.get(`/v1/admin/users/${person.id}/sessions`)).body;
    expect(items).toMatchObject([{ method: 'passkey', current: false }]);
    const { body } = await first.client.post(`/v1/admin/users/${person.id}/second-factor-reset`);
    expect(body.second_factor).toEqual({ totp: false, passkeys: 0 });
    expect(await sessionOf(person)).toBeNull();
    expect((await signInWithPasskey(person)).status).toBe(401);
    await signIn(person);
    expect(await sessionOf(person)).toMatchObject({ needs_second_factor: true, rules: [] });
  });

  it('are signed out everywhere by an administrator', async () => {
    const first = await anAdministrator(at);
    const person = await invited(at, first, 'editor');
    await first.client.delete(`/v1/admin/users/${person.id}/sessions`);
    expect(await sessionOf(person)).toBeNull();
  });

  it.each(['nobody', '00000000-0000-4000-8000-000000000000'])(
    'that are not there: %s',
    async (id) => {
      const { client } = await anAdministrator(at);
      const path = `/v1/admin/users/${id}`;
      const answers = [
        await client.get(path),
        await client.patch(path, { name: 'X' }),
        await client.delete(path),
        await client.post(`${path}/password-reset`),
        await client.post(`${path}/second-factor-reset`),
        await client.get(`${path}/sessions`),
        await client.delete(`${path}/sessions`),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(404));
    },
  );
});

it.each(['contributor', 'editor', 'reviewer'] as const)(
  'a %s cannot make themselves anything else',
  async (role) => {
    const first = await anAdministrator(at);
    const person = await invitedWithPasskey(at, first, role);
    const tries = [
      await person.client.patch(`/v1/admin/users/${person.id}`, { role: 'administrator' }),
      await person.client.post('/v1/admin/users', { ...eva, role: 'administrator' }),
      await person.client.get('/v1/admin/users'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403]);
    const paths = ['update-user', 'sign-up/email', 'update-session', 'admin/set-role'];
    for (const path of paths) {
      const answer = await new ConsoleClient(at).send({
        method: 'post',
        path: `/v1/auth/${path}`,
        body: { role: 'administrator' },
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await sessionOf(person)).user.role).toBe(role);
  },
);

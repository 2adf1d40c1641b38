import type { Role } from '#contract';
import { AccessTokenRepository } from '#identity';
import { Clock } from '../../src/public/shared/state/clock.ts';
import {
  anAdministrator,
  invited,
  invitedWithPasskey,
  type Person,
  removeAccounts,
} from '../accounts/people.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterEach(() => removeAccounts(at));

const DAY_MS = 24 * 60 * 60 * 1000;
const make = async ({ client }: Person, more: object = {}) =>
  await client.post('/v1/admin/tokens', { name: 'Report', days: 30, ...more });

/** Whose token it is, and as what. */
async function actorOf(token: string, now = new Date()) {
  return await at.app.get(AccessTokenRepository).actorOf(token, now);
}

describe('an access token', () => {
  it('is shown once, and stored as a hash', async () => {
    const first = await anAdministrator(at);
    const { status, body } = await make(first);
    expect(status).toBe(200);
    expect(body.token).toMatch(/^amparo_[\w-]{43}$/);
    const listed = (await first.client.get('/v1/admin/tokens')).body.items;
    expect(listed).toMatchObject([{ id: body.id, name: 'Report', role: null }]);
    const stored = await at.db.query(`SELECT name, encode(hash, 'escape') FROM account_token`);
    for (const text of [JSON.stringify(listed), JSON.stringify(stored)]) {
      expect(text).not.toContain(body.token);
    }
    expect(await actorOf(body.token)).toMatchObject({ id: first.id, role: 'administrator' });
  });

  it('is made by a session with a second factor alone', async () => {
    const first = await anAdministrator(at);
    const contributor = await invited(at, first, 'contributor');
    expect((await make(contributor)).status).toBe(403);
    const careful = await invitedWithPasskey(at, first, 'contributor');
    expect((await make(careful)).status).toBe(200);
  });

  it('manages neither accounts nor tokens, and is nobody’s session', async () => {
    const first = await anAdministrator(at);
    const { token } = (await make(first)).body;
    const headers = { authorization: `Bearer ${token}` };
    const requests = [
      { method: 'get', path: '/v1/admin/users', status: 403 },
      { method: 'post', path: '/v1/admin/users', status: 403 },
      { method: 'patch', path: `/v1/admin/users/${first.id}`, status: 403 },
      { method: 'get', path: '/v1/admin/tokens', status: 403 },
      { method: 'post', path: '/v1/admin/tokens', status: 403 },
      { method: 'get', path: '/v1/admin/session', status: 401 },
      { method: 'get', path: '/v1/auth/sessions', status: 401 },
      { method: 'post', path: '/v1/auth/two-factor/disable', status: 403 },
    ] as const;
    for (const { status, ...request } of requests) {
      const answer = await at.api.send({ ...request, headers });
      expect([request, answer.status]).toEqual([request, status]);
    }
  });

  it('may do at most what its owner may now', async () => {
    const first = await anAdministrator(at);
    const reviewer = await invitedWithPasskey(at, first, 'reviewer');
    expect((await make(reviewer, { role: 'administrator' })).body.errors[0].name).toBe('role');
    const own = (await make(reviewer)).body.token;
    const lesser = (await make(reviewer, { role: 'contributor' })).body.token;
    const roles = async () =>
      await Promise.all([own, lesser].map(async (token) => (await actorOf(token))?.role));
    expect(await roles()).toEqual(['reviewer', 'contributor']);
    const demote = async (role: Role) =>
      await first.client.patch(`/v1/admin/users/${reviewer.id}`, { role });
    await demote('contributor');
    expect(await roles()).toEqual(['contributor', 'contributor']);
    await demote('administrator');
    expect(await roles()).toEqual(['administrator', 'contributor']);
    await first.client.patch(`/v1/admin/users/${reviewer.id}`, { banned: true });
    expect(await roles()).toEqual([undefined, undefined]);
  });

  it('shows private places only where both it and its owner may', async () => {
    const first = await anAdministrator(at);
    await first.client.patch(`/v1/admin/users/${first.id}`, { confidential: true });
    const without = (await make(first)).body.token;
    const token = (await make(first, { confidential: true })).body.token;
    const sees = async (secret: string) =>
      (await actorOf(secret))?.ability.can('read', 'confidential');
    expect([await sees(without), await sees(token)]).toEqual([false, true]);
    await first.client.patch(`/v1/admin/users/${first.id}`, { confidential: false });
    expect(await sees(token)).toBe(false);
  });

  it('is good for at most 90 days', async () => {
    const first = await anAdministrator(at);
    for (const days of [0, 91, 1.5, '30']) expect((await make(first, { days })).status).toBe(400);
    const { token, expires_at } = (await make(first, { days: 90 })).body;
    const end = new Date(expires_at).getTime();
    expect(await actorOf(token, new Date(end - 1000))).not.toBeNull();
    expect(await actorOf(token, new Date(end + 1000))).toBeNull();
    const clock = vi.spyOn(at.app.get(Clock), 'now');
    onTestFinished(() => clock.mockRestore());
    clock.mockImplementation(() => new Date(Date.now() + 91 * DAY_MS));
    const headers = { authorization: `Bearer ${token}` };
    const late = await at.api.send({ method: 'get', path: '/v1/admin/users', headers });
    expect(late.status).toBe(401);
  });

  it('is deleted by its owner, and by nobody else', async () => {
    const first = await anAdministrator(at);
    const other = await invitedWithPasskey(at, first, 'administrator');
    const { id, token } = (await make(first)).body;
    expect((await other.client.delete(`/v1/admin/tokens/${id}`)).status).toBe(404);
    expect((await other.client.get('/v1/admin/tokens')).body.items).toEqual([]);
    expect(await actorOf(token)).not.toBeNull();
    expect((await first.client.delete(`/v1/admin/tokens/${id}`)).status).toBe(200);
    expect(await actorOf(token)).toBeNull();
  });

  it('goes with the last second factor of its owner', async () => {
    const first = await anAdministrator(at);
    const person = await invitedWithPasskey(at, first, 'reviewer');
    const { token } = (await make(person)).body;
    await first.client.post(`/v1/admin/users/${person.id}/second-factor-reset`);
    expect(await actorOf(token)).toBeNull();
  });
});

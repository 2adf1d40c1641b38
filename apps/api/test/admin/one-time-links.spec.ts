import { OneTimeLinkRepository } from '#identity';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import {
  anAdministrator,
  invited,
  PASSWORD,
  removeAccounts,
  sessionOf,
  signIn,
  tokenOf,
} from '../accounts/people.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
afterEach(() => removeAccounts(at));

const HOUR_MS = 60 * 60 * 1000;
const linkName = 'This link was used, or it is too old: ask for another one.';

/** Makes it later for the rest of a test. */
function wait(hours: number): void {
  const clock = vi.spyOn(at.app.get(Clock), 'now');
  clock.mockImplementation(() => new Date(Date.now() + hours * HOUR_MS));
  onTestFinished(() => clock.mockRestore());
}

async function setUpLink(): Promise<string> {
  return (await at.app.get(OneTimeLinkRepository).add('set-up', null, new Date())).token;
}

const person = { name: 'Ana', email: 'Ana@Example.org', password: PASSWORD };

describe('the link for the first administrator', () => {
  const use = async (token: string, more: object = {}) =>
    await new ConsoleClient(at).post('/v1/auth/set-up', { ...person, ...more, token });

  it('makes one, with the address in small letters, who has to set up a second factor', async () => {
    const client = new ConsoleClient(at);
    const token = await setUpLink();
    const { body } = await client.post('/v1/auth/set-up', { ...person, token });
    expect(body).toEqual({ state: 'signed-in' });
    expect(await sessionOf({ client })).toMatchObject({
      user: { name: 'Ana', email: 'ana@example.org', role: 'administrator' },
      needs_second_factor: true,
    });
  });

  it('is good once, and not once there is an administrator by another one', async () => {
    const [first, second] = [await setUpLink(), await setUpLink()];
    expect((await use(first)).status).toBe(200);
    for (const token of [first, second]) {
      const { status, body } = await use(token, { email: 'other@example.org' });
      expect([status, body.errors]).toEqual([400, [{ name: 'token', detail: linkName }]]);
    }
  });

  it('makes one administrator where two use it at once', async () => {
    const links = [await setUpLink(), await setUpLink()];
    const used = await Promise.all(
      links.map((token, n) => use(token, { email: `ana-${n}@example.org` })),
    );
    expect(used.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await at.db.query(`SELECT role FROM account_user`)).toHaveLength(1);
  });

  it('is good for 72 hours', async () => {
    const token = await setUpLink();
    wait(73);
    expect((await use(token)).status).toBe(400);
    wait(71);
    expect((await use(token)).status).toBe(200);
  });

  it.each([
    [{ password: 'elevenchars' }, 'password'],
    [{ password: 'Password2026!' }, 'password'],
    [{ email: 'ana' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ role: 'reviewer' }, 'role'],
    [{ token: 'not one' }, 'token'],
  ])('names what is wrong: %j', async (more, field) => {
    const token = await setUpLink();
    const { status, body } = await new ConsoleClient(at).post('/v1/auth/set-up', {
      ...person,
      token,
      ...more,
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ name }: { name: string }) => name)).toContain(field);
    expect((await use(token)).status).toBe(200);
  });
});

describe('an invitation', () => {
  const accept = async (url: string, path = 'accept-invitation') =>
    await new ConsoleClient(at).post(`/v1/auth/${path}`, {
      token: tokenOf(url),
      password: PASSWORD,
    });

  it('is a link of the console that is good once, and for 72 hours', async () => {
    const { client } = await anAdministrator(at);
    const invite = async (email: string): Promise<string> => {
      const body = { name: 'Eva', email, role: 'editor' };
      return (await client.post('/v1/admin/users', body)).body.url;
    };
    const url = await invite('eva@example.org');
    expect(url.startsWith(`${client.origin}/admin/accept-invitation#`)).toBe(true);
    expect((await accept(url, 'reset-password')).status).toBe(400);
    expect((await accept(url)).body).toEqual({ state: 'done' });
    expect((await accept(url)).status).toBe(400);
    const late = await invite('late@example.org');
    wait(73);
    expect((await accept(late)).status).toBe(400);
  });

  it('is sent again where nobody has accepted it', async () => {
    const { client } = await anAdministrator(at);
    const { body } = await client.post('/v1/admin/users', {
      ...{ name: 'Eva', email: 'eva@example.org', role: 'editor' },
    });
    const again = await client.post(`/v1/admin/users/${body.user_id}/password-reset`);
    expect(again.body.url).toContain('/admin/accept-invitation#');
    expect((await accept(again.body.url)).status).toBe(200);
    expect((await accept(body.url)).status).toBe(400);
  });
});

describe('a password reset', () => {
  it('is a link for one hour, after which all sessions end', async () => {
    const first = await anAdministrator(at);
    const editor = await invited(at, first, 'editor');
    const reset = async () =>
      (await first.client.post(`/v1/admin/users/${editor.id}/password-reset`)).body.url;
    const choose = async (url: string, password: string) =>
      await new ConsoleClient(at).post('/v1/auth/reset-password', {
        token: tokenOf(url),
        password,
      });
    const [late, url] = [await reset(), await reset()];
    expect(url).toContain('/admin/reset-password#');
    expect((await choose(url, 'short')).status).toBe(400);
    expect((await choose(url, 'altogether other words')).status).toBe(200);
    expect(await sessionOf(editor)).toBeNull();
    expect((await signIn(editor)).status).toBe(401);
    // Another link from before the change is of no use any more.
    expect((await choose(late, PASSWORD)).status).toBe(400);
    const old = await reset();
    wait(2);
    expect((await choose(old, PASSWORD)).status).toBe(400);
  });

  it('leaves the second factor as it was', async () => {
    const first = await anAdministrator(at);
    const { body } = await first.client.post(`/v1/admin/users/${first.id}/password-reset`);
    await new ConsoleClient(at).post('/v1/auth/reset-password', {
      token: tokenOf(body.url),
      password: PASSWORD,
    });
    await signIn(first);
    expect(await sessionOf(first)).toMatchObject({
      second_factor: { passkeys: 1 },
      needs_second_factor: true,
    });
  });
});

it('does not store what is in a link', async () => {
  const token = await setUpLink();
  const [row] = await at.db.query(`SELECT encode(hash, 'escape') AS hash FROM account_link`);
  expect(row.hash).not.toContain(token);
});

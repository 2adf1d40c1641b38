import { Clock } from '../../src/public/shared/state/clock.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import {
  anAdministrator,
  PASSWORD,
  type Person,
  removeAccounts,
  signIn,
  tokenOf,
} from '../accounts/people.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

let mails: MailServer;
let at: OwnTestApp;
let first: Person;
beforeAll(async () => {
  mails = await startMailServer();
  at = await startTestApp({
    SMTP_URL: mails.url,
    MAIL_FROM: 'Amparo <amparo@example.org>',
    PUBLIC_URL: 'https://amparo.test',
  });
});
beforeEach(async () => {
  first = await anAdministrator(at);
});
afterEach(() => removeAccounts(at));
afterAll(async () => {
  await at?.stop();
  await mails?.stop();
});

const HOUR_MS = 60 * 60 * 1000;

function later(hours: number): void {
  const clock = vi.spyOn(at.app.get(Clock), 'now');
  clock.mockImplementation(() => new Date(Date.now() + hours * HOUR_MS));
  onTestFinished(() => clock.mockRestore());
}

const eva = { name: 'Eva', email: 'eva@example.org', role: 'editor' };
const invite = (person: object) => first.client.post('/v1/admin/users', person);
const linkIn = ({ text }: ReceivedMail) => /https:\S+/.exec(text)?.[0] ?? 'none';
const use = async (url: string, path: string) =>
  await new ConsoleClient(at).post(`/v1/auth/${path}`, { token: tokenOf(url), password: PASSWORD });
const request = async (email: string) =>
  await new ConsoleClient(at).post('/v1/auth/request-password-reset', { email });

describe('an invitation', () => {
  it('is mailed in both languages, and not shown to the administrator', async () => {
    const { body } = await invite(eva);
    expect(body).toEqual({
      ...{ user_id: body.user_id, mailed_to: eva.email, url: null, expires_at: null },
    });
    const mail = await mails.next();
    expect(mail.receivers).toEqual([eva.email]);
    expect(mail.headers).toMatchObject({
      from: 'Amparo <amparo@example.org>',
      subject: 'Your account at Amparo / Su cuenta en Amparo',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(mail.text).toContain('Hello Eva,');
    expect(mail.text).toContain('Hola, Eva:');
    expect(linkIn(mail)).toMatch(/^https:\/\/amparo\.test\/admin\/accept-invitation#[\w-]{43}$/);
    expect((await use(linkIn(mail), 'accept-invitation')).status).toBe(200);
    expect((await use(linkIn(mail), 'accept-invitation')).status).toBe(400);
    const client = new ConsoleClient(at);
    expect((await signIn({ client, email: eva.email })).status).toBe(200);
  });

  it('is good for 72 hours', async () => {
    await invite(eva);
    const url = linkIn(await mails.next());
    later(73);
    expect((await use(url, 'accept-invitation')).status).toBe(400);
    later(71);
    expect((await use(url, 'accept-invitation')).status).toBe(200);
  });

  it('leaves a name as it was written', async () => {
    await invite({ ...eva, name: '<img src=x> {name} & "Eva"' });
    const { text, raw } = await mails.next();
    expect(text).toContain('Hello <img src=x> {name} & "Eva",');
    expect(raw).not.toContain('text/html');
  });

  it('stores no link and no address', async () => {
    mails.refusal = { responseCode: 451, message: 'later' };
    onTestFinished(async () => {
      mails.refusal = null;
      await at.db.query(`DELETE FROM pgboss.job WHERE name LIKE 'mail%'`);
    });
    await invite(eva);
    const [job] = await vi.waitFor(async () => {
      const jobs = await at.db.query(
        `SELECT to_jsonb(job)::text AS text FROM pgboss.job WHERE name = 'mail' AND state = 'retry'`,
      );
      expect(jobs).toHaveLength(1);
      return jobs;
    });
    expect(job.text).not.toContain(eva.email);
    expect(job.text).not.toMatch(/[\w-]{43}/);
    expect(job.text).toContain('EENVELOPE 451');
  });

  it('is not planned where there is an account already', async () => {
    await invite(eva);
    await mails.next();
    expect((await invite(eva)).status).toBe(409);
    await request(first.email);
    expect((await mails.next()).receivers).toEqual([first.email]);
  });

  it('cannot be sent to an address with another one in it', async () => {
    for (const email of [
      'eva@example.org\r\nBcc: x@example.org',
      'eva@example.org, x@example.org',
    ]) {
      expect([email, (await invite({ ...eva, email })).status]).toEqual([email, 400]);
    }
    // As if it had come into the table in another way.
    const email = 'eva@example.org\nBcc: x@example.org';
    await at.db.query(`INSERT INTO account_user (name, email, role) VALUES ('Eva', $1, 'editor')`, [
      email,
    ]);
    const [{ id }] = await at.db.query(`SELECT id FROM account_user WHERE email = $1`, [email]);
    await first.client.post(`/v1/admin/users/${id}/password-reset`);
    await request(first.email);
    expect((await mails.next()).receivers).toEqual([first.email]);
    // It is not tried again.
    const dead = await at.db.query(`SELECT data FROM pgboss.job WHERE name = 'mail-dead'`);
    expect(dead).toEqual([{ data: { kind: 'password-reset', id } }]);
    await at.db.query(`DELETE FROM pgboss.job WHERE name = 'mail-dead'`);
  });
});

describe('a link for another password', () => {
  it('is mailed by an administrator, as an invitation to one who has not accepted it', async () => {
    const { body } = await invite(eva);
    await mails.next();
    const again = await first.client.post(`/v1/admin/users/${body.user_id}/password-reset`);
    expect(again.body).toMatchObject({ mailed_to: eva.email, url: null });
    const url = linkIn(await mails.next());
    expect((await use(url, 'accept-invitation')).status).toBe(200);
    await first.client.post(`/v1/admin/users/${body.user_id}/password-reset`);
    expect(linkIn(await mails.next())).toContain('/admin/reset-password#');
  });

  it('is offered to those who have forgotten it, for one hour', async () => {
    expect((await new ConsoleClient(at).get('/v1/auth/offer')).body).toMatchObject({
      password_by_mail: true,
    });
    expect((await request(first.email.toUpperCase())).body).toEqual({ state: 'done' });
    const mail = await mails.next();
    expect(mail.headers.subject).toBe('Another password for Amparo / Otra contraseña para Amparo');
    later(1.1);
    expect((await use(linkIn(mail), 'reset-password')).status).toBe(400);
    later(0.9);
    expect((await use(linkIn(mail), 'reset-password')).status).toBe(200);
  });

  it('is asked for with the same response, and mailed to nobody without an account', async () => {
    const [known, unknown] = [await request(first.email), await request('nobody@example.org')];
    const told = ({ status, headers, body }: typeof known) => {
      const { date: _, ...rest } = headers as Record<string, string>;
      return [status, rest, body];
    };
    expect(told(unknown)).toEqual(told(known));
    expect((await mails.next()).receivers).toEqual([first.email]);
    await request(first.email);
    expect((await mails.next()).receivers).toEqual([first.email]);
  });

  it('is not mailed to somebody who is banned', async () => {
    const { body } = await invite(eva);
    const url = linkIn(await mails.next());
    await use(url, 'accept-invitation');
    await first.client.patch(`/v1/admin/users/${body.user_id}`, { banned: true });
    await request(eva.email);
    await request(first.email);
    expect((await mails.next()).receivers).toEqual([first.email]);
  });

  it('is mailed to one address three times an hour, whether it has an account or not', async () => {
    for (const email of [first.email, 'nobody@example.org']) {
      const statuses: number[] = [];
      for (let n = 0; n < 4; n++) statuses.push((await request(email)).status);
      expect([email, statuses]).toEqual([email, [200, 200, 200, 429]]);
    }
    for (let n = 0; n < 3; n++) await mails.next();
  });
});

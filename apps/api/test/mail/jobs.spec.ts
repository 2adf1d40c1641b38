import { seededDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { OUTBOX, type Outbox } from '../../src/mail/outbox.ts';
import { ConsoleClient } from '../accounts/console-client.ts';
import { type Person, removeAccounts, setUp } from '../accounts/people.ts';
import { type JobClock, jobClock } from '../support/job-clock.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const MINUTE_MS = 60_000;
const MAIL = { MAIL_FROM: 'amparo@example.org', PUBLIC_URL: 'https://amparo.test' };

let mails: MailServer;
let database: TestDatabase;
let time: JobClock;
let at: OwnTestApp;
let person: Person;
beforeAll(async () => {
  mails = await startMailServer();
  database = await seededDatabase();
  time = jobClock(database.url);
  const environment = { ...MAIL, SMTP_URL: mails.url };
  at = await startTestApp(environment, { database, jobs: time.options });
  person = await setUp(at);
});
afterAll(async () => {
  await at?.db.query(`DELETE FROM pgboss.job`);
  await removeAccounts(at);
  await at?.app.close();
  await time?.stop();
  await database?.drop();
  await mails?.stop();
});
afterEach(() => {
  mails.refusal = null;
});

const outbox = () => at.app.get<Outbox>(OUTBOX);
const request = async () => {
  await at.db.query(`DELETE FROM account_throttle`);
  const body = { email: person.email };
  return await new ConsoleClient(at).post('/v1/auth/request-password-reset', body);
};

/** How many mails wait in a state. */
async function waiting(queue: string, state: string): Promise<number> {
  const [row] = await at.db.query(
    `SELECT count(*)::integer AS count FROM pgboss.job WHERE name = $1 AND state::text = $2`,
    [queue, state],
  );
  return row.count;
}

const until = (work: () => Promise<void>) => vi.waitFor(work, { timeout: 30_000 });

describe('a mail', () => {
  it('is sent again when the mail server could not take it, each time later', async () => {
    mails.refusal = { responseCode: 451, message: 'later' };
    await request();
    await until(async () => expect(await waiting('mail', 'retry')).toBe(1));
    mails.refusal = null;
    await time.pass(10_000);
    expect(await waiting('mail', 'retry')).toBe(1);
    await time.pass(2 * MINUTE_MS);
    expect((await mails.next()).receivers).toEqual([person.email]);
  });

  it('is given up after two hours', async () => {
    mails.refusal = { responseCode: 451, message: 'later' };
    await request();
    await until(async () => expect(await waiting('mail', 'retry')).toBe(1));
    await until(async () => {
      await time.pass(30 * MINUTE_MS);
      expect(await waiting('mail-dead', 'created')).toBe(1);
    });
  });

  it('is given up at once where nobody has the address', async () => {
    await at.db.query(`DELETE FROM pgboss.job`);
    mails.refusal = { responseCode: 550, message: `<${person.email}> is unknown` };
    await request();
    await until(async () => expect(await waiting('mail-dead', 'created')).toBe(1));
    const [{ text }] = await at.db.query(
      `SELECT string_agg(to_jsonb(job)::text, ' ') AS text FROM pgboss.job`,
    );
    expect(text).not.toContain(person.email);
  });

  it('is not sent when what it is about was not stored', async () => {
    const failing = at.db.transaction(async (manager) => {
      await outbox().add({ kind: 'password-reset', id: person.id }, manager);
      throw new Error('not stored');
    });
    await expect(failing).rejects.toThrow('not stored');
    const before = mails.received.length;
    await request();
    await mails.next();
    await until(async () => {
      for (const state of ['created', 'active', 'retry'])
        expect(await waiting('mail', state)).toBe(0);
    });
    expect(mails.received.length).toBe(before + 1);
  });

  it('leaves nothing behind after it was sent', async () => {
    await request();
    await mails.next();
    await until(async () => expect(await waiting('mail', 'completed')).toBeGreaterThan(0));
    for (let n = 0; n < 2; n++) await time.pass(11 * MINUTE_MS);
    await until(async () => expect(await waiting('mail', 'completed')).toBe(0));
  });
});

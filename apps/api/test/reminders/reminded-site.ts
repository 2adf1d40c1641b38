import { type Logger, pino } from 'pino';
import request from 'supertest';
import type { OrganizationDocument } from '#contract';
import { seededDatabase } from '../../../../test/database/test-databases.ts';
import { removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { addOrganization, anEditor, type Editor, removeEditors } from '../editing/editor.ts';
import { type JobClock, jobClock } from '../support/job-clock.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A site that mails organizations, of which only those of a test are asked. */
export interface RemindedSite {
  at: OwnTestApp;
  mails: MailServer;
  jobs: JobClock;
  editor: Editor;
  /** Lines of the log. */
  log: string[];
}

/** Starts it for all tests of a file. */
export function remindedSite(environment: Record<string, string> = {}): RemindedSite {
  const log: string[] = [];
  const site = { log } as RemindedSite;
  const logger: Logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  beforeAll(async () => {
    site.mails = await startMailServer();
    const database = await seededDatabase();
    site.jobs = jobClock(database.url);
    site.at = await startTestApp(
      {
        ...{ SMTP_URL: site.mails.url, MAIL_FROM: 'amparo@example.org', REMINDERS: 'on' },
        ...{ PUBLIC_URL: 'https://amparo.test', ...environment },
      },
      { database, jobs: site.jobs.options, log: logger },
    );
    await site.at.db.query(
      `INSERT INTO reminder (organization_id, opted_out_at) SELECT id, now() FROM organization`,
    );
    site.editor = await anEditor(site.at);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await removeTestOrganizations(site.at.db);
  });
  afterAll(async () => {
    for (const table of ['reminder', 'reminder_link', 'verification', 'suggestion', 'pgboss.job']) {
      await site.at?.db.query(`DELETE FROM ${table}`);
    }
    if (site.at) await removeEditors(site.at);
    await site.jobs?.stop().catch(() => {});
    await site.at?.stop();
    await site.mails?.stop();
  });
  return site;
}

/** Makes it later for the rest of a test, but for jobs. */
export function later({ at }: RemindedSite, days: number): void {
  const clock = vi.spyOn(at.app.get(Clock), 'now');
  clock.mockImplementation(() => new Date(Date.now() + days * DAY_MS));
}

/** The paths of the links in a mail. */
export function linksIn({ text }: ReceivedMail): string[] {
  return [...text.matchAll(/https:\/\/amparo\.test(\/\S+)/g)].map(([, path]) => String(path));
}

/** Lets it become morning, and returns the mails that are sent then. */
export async function morning({ at, jobs, mails }: RemindedSite): Promise<ReceivedMail[]> {
  const before = mails.received.length;
  await at.db.query(`DELETE FROM pgboss.job`);
  await jobs.nextMorning();
  await vi.waitFor(
    async () => {
      const states = await at.db.query(
        `SELECT name, state::text FROM pgboss.job WHERE name IN ('remind', 'mail')`,
      );
      expect(states).toContainEqual({ name: 'remind', state: 'completed' });
      for (const { state } of states) expect(['completed', 'failed']).toContain(state);
    },
    { timeout: 60_000 },
  );
  return mails.received.slice(before);
}

/** Adds an organization, and takes the mail that it gets in the morning. */
export async function reminded(
  site: RemindedSite,
  parts: Partial<OrganizationDocument> = {},
): Promise<{ id: string; document: OrganizationDocument; mail: ReceivedMail; link: string }> {
  const { body } = await addOrganization(site.editor, parts);
  const [mail, ...others] = await morning(site);
  expect(others).toEqual([]);
  if (!mail) throw new Error('Nothing was mailed.');
  return { id: body.id, document: body.document, mail, link: linksIn(mail)[0] ?? '' };
}

/** Opens a page, as a browser without scripts does. */
export function open({ at }: RemindedSite, path: string): request.Test {
  return request(at.app.getHttpServer()).get(path).set('accept', 'text/html');
}

/** Sends a form of our pages. Older browsers say no more of it than that its origin is `null`. */
export function send(
  { at }: RemindedSite,
  path: string,
  form: Record<string, string | number> = {},
): request.Test {
  return request(at.app.getHttpServer()).post(path).type('form').set('origin', 'null').send(form);
}

/** The version that a page would confirm. */
export function shownVersion(html: string): string {
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? 'none';
}

/** Opens the page of a link, and taps the button on it. */
export async function confirm(site: RemindedSite, link: string): Promise<request.Response> {
  const { text } = await open(site, link);
  return await send(site, `${link}/still-right`, { version: shownVersion(text) });
}

import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import request, { type Response } from 'supertest';
import { databaseAt, onServer } from '../../../../test/database/on-server.ts';
import { serverDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const STORED_DATA = '/v1/help-lines';
const STORED_PAGE = '/es/help-lines';
const NOTICE = 'Esta página puede no estar al día';
const EACH_MINUTE = 'public, max-age=60, must-revalidate';

let database: TestDatabase;
let proxy: DatabaseProxy;
let at: OwnTestApp;
const lines: string[] = [];
beforeAll(async () => {
  database = await serverDatabase();
  proxy = await startDatabaseProxy(database.url);
  const log = new PassThrough();
  log.on('data', (line) => lines.push(String(line)));
  const through = { url: proxy.url, drop: async () => {} };
  at = await startTestApp(
    { PUBLIC_URL: 'https://amparo.example' },
    { database: through, log: pino(log) },
  );
});
afterAll(async () => {
  await at?.stop();
  await proxy?.stop();
  await database?.drop();
});

const ask = async (path: string): Promise<Response> =>
  await request(at.app.getHttpServer()).get(path).set('accept', '*/*');

/** A request that nobody has sent before, so that no response to it is stored. */
let asked = 0;
const askSomethingNew = async (): Promise<Response> => await ask(`/v1/listings?q=word${asked++}`);

/** The server notices that the database is away, or back. */
const readVersion = async (): Promise<boolean> =>
  await at.settle().then(
    () => true,
    () => false,
  );

async function untilItIsBack(): Promise<void> {
  while (!(await readVersion()));
}

const failures = () => lines.filter((line) => line.includes('"msg":"failure"'));

function expectUnavailable({ status, headers, body }: Response): void {
  expect([status, headers['content-type']]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect(body).toMatchObject({ type: '/docs/problems#unavailable', status: 503 });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
}

function expectStale({ status, headers }: Response): void {
  expect([status, headers['cache-control'], headers.etag]).toEqual([
    200,
    'private, no-store',
    undefined,
  ]);
  expect(Number(headers.age)).toBeGreaterThanOrEqual(0);
  expect(Number.isNaN(Date.parse(String(headers.date)))).toBe(false);
}

async function expectFresh(): Promise<void> {
  const [data, page] = [await ask(STORED_DATA), await ask(STORED_PAGE)];
  for (const { status, headers } of [data, page]) {
    expect([status, headers['cache-control'], headers.age]).toEqual([200, EACH_MINUTE, undefined]);
  }
  expect(page.text).not.toContain(NOTICE);
  expect((await askSomethingNew()).status).toBe(200);
}

/** Takes the tables away without closing a connection, as a restore of an empty backup does. */
const empty = () =>
  onServer(database.url, 'ALTER SCHEMA public RENAME TO elsewhere', 'CREATE SCHEMA public');
const refill = () =>
  onServer(database.url, 'DROP SCHEMA public', 'ALTER SCHEMA elsewhere RENAME TO public');

describe('while the database', () => {
  const kinds: [string, () => Promise<void> | void, () => Promise<void>][] = [
    ['refuses connections', () => proxy.refuse(), () => proxy.mend()],
    ['breaks connections in the middle of an answer', () => proxy.cut(), () => proxy.mend()],
    [
      'has too many connections',
      () => proxy.fail('53300', 'sorry, too many clients already'),
      () => proxy.mend(),
    ],
    [
      'ends its connections to shut down',
      () => proxy.fail('57P01', 'terminating connection due to administrator command'),
      () => proxy.mend(),
    ],
    [
      'shuts down',
      () => proxy.fail('57P03', 'the database system is shutting down'),
      () => proxy.mend(),
    ],
    ['is frozen', () => proxy.silence(), () => proxy.mend()],
    ['has no tables', empty, refill],
  ];

  it.each(kinds)(
    '%s, what is stored is sent with a sign, and nothing else waits',
    async (_, fail, mend) => {
      await untilItIsBack();
      await expectFresh();
      const { body } = await ask(STORED_DATA);
      lines.length = 0;
      let isMended = false;
      onTestFinished(async () => {
        if (!isMended) await mend();
      });
      await fail();
      // The database stays away until all of this is answered.
      expect(await readVersion()).toBe(false);
      const [data, page] = [await ask(STORED_DATA), await ask(`${STORED_PAGE}?utm_source=x`)];
      for (const response of [data, page, await ask(STORED_PAGE)]) expectStale(response);
      expect(data.body).toEqual(body);
      expect(page.text).toMatch(new RegExp(`<body><div role="status"><p class="[^"]+">${NOTICE}`));
      expect(page.text).toContain('</html>');
      for (const response of [await askSomethingNew(), await ask('/es/?q=algo')]) {
        expectUnavailable(response);
      }
      expectUnavailable(await ask('/health/ready'));
      expect((await ask('/health/live')).status).toBe(200);
      expect((await ask('/icon.svg')).status).toBe(200);
      expect(failures()).toHaveLength(1);
      await mend();
      isMended = true;
      await untilItIsBack();
      await expectFresh();
    },
  );

  it('cannot be read, nothing is sent that is older than is allowed', async () => {
    await untilItIsBack();
    await expectFresh();
    const clock = at.app.get(Clock);
    const then = Date.now();
    const now = vi.spyOn(clock, 'now').mockReturnValue(new Date(then));
    onTestFinished(async () => {
      now.mockRestore();
      await proxy.mend();
    });
    await untilItIsBack();
    await ask(STORED_DATA);
    proxy.fail('53300', 'sorry, too many clients already');
    expect(await readVersion()).toBe(false);
    now.mockReturnValue(new Date(then + 500_000));
    const stale = await ask(STORED_DATA);
    expectStale(stale);
    const age = Number(stale.headers.age);
    expect([age > 400, age <= 500]).toEqual([true, true]);
    expect(Date.parse(String(stale.headers.date)) + age * 1000).toBeCloseTo(then + 500_000, -4);
    now.mockReturnValue(new Date(then + 700_000));
    expectUnavailable(await ask(STORED_DATA));
    await proxy.mend();
    await untilItIsBack();
  });

  it('only reads, a suggestion is told to come again, and what is read is fresh', async () => {
    await untilItIsBack();
    await expectFresh();
    const { pathname, href } = new URL(database.url);
    const name = pathname.slice(1);
    const reconnect = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
    const server = databaseAt(href, 'postgres');
    await onServer(
      server,
      `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
      reconnect,
    );
    lines.length = 0;
    await untilItIsBack();
    const suggest = async () =>
      await request(at.app.getHttpServer()).post('/v1/suggestions').send({
        kind: 'organization',
        slug: 'annunciation-house',
        text: 'It has moved.',
      });
    for (let n = 0; n < 3; n++) expectUnavailable(await suggest());
    expect(failures()).toHaveLength(1);
    await expectFresh();
    expect((await ask('/health/live')).status).toBe(200);
    await onServer(server, `ALTER DATABASE ${name} RESET default_transaction_read_only`, reconnect);
    await untilItIsBack();
    expect((await suggest()).status).toBe(202);
  });
});

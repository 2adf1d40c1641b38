import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import request, { type Response } from 'supertest';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { seededDatabase } from '../../../../test/database/test-databases.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const LIMIT = 6;
/** Longer than any test takes: what is held here is not given up. */
const PATIENCE_MS = 3_600_000;

let at: OwnTestApp;
/** A connection of the test's own, which locks what requests read. */
let other: pg.Client;
const lines: string[] = [];
beforeAll(async () => {
  const database = await seededDatabase();
  const log = new PassThrough();
  log.on('data', (line) => lines.push(String(line)));
  at = await startTestApp(
    { MAX_REQUESTS_IN_PROGRESS: String(LIMIT), PUBLIC_URL: 'https://amparo.example' },
    { database, log: pino(log), readLimitMs: PATIENCE_MS },
  );
  other = new pg.Client(database.url);
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await at?.stop();
});
afterEach(() => other.query('ROLLBACK'));

const ask = async (path: string): Promise<Response> =>
  await request(at.app.getHttpServer()).get(path).set('accept', '*/*');

async function lock(table: string): Promise<void> {
  await other.query('BEGIN');
  await other.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
}

/** Waits until so many reads wait for a locked table or for a connection. */
async function untilWaiting(count: number): Promise<void> {
  const { master } = at.db.driver as PostgresDriver;
  for (;;) {
    const { rows } = await other.query(
      'SELECT count(*)::integer AS locked FROM pg_locks WHERE NOT granted',
    );
    if (rows[0].locked + (master as pg.Pool).waitingCount >= count) return;
  }
}

const statuses = (responses: Response[]) => responses.map(({ status }) => status).sort();

function expectRefusal({ status, headers, body }: Response): void {
  expect([status, headers['content-type']]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect(body).toMatchObject({ type: '/docs/problems#overloaded', status: 503 });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(headers['cache-control']).toBe('private, no-store');
}

it('begins so many requests, refuses all others at once, and answers those that have begun', async () => {
  const stored = ['/v1/service-types', '/es/help-lines', '/es/help-lines?utm_source=x'];
  for (const path of stored) expect((await ask(path)).status).toBe(200);
  await lock('listing');
  const begun = Array.from({ length: LIMIT }, (_, n) => ask(`/v1/listings?limit=${n + 1}`));
  await untilWaiting(LIMIT);
  lines.length = 0;
  const refused = [
    ...(await Promise.all(
      Array.from({ length: 30 }, (_, n) => ask(`/v1/listings?limit=${n + 50}`)),
    )),
    await ask('/es/?service=legal'),
    await ask('/preview/es/about.png'),
    await ask('/nowhere'),
    await request(at.app.getHttpServer()).post('/v1/nearby').send({ near: 'Tucson' }),
  ];
  for (const response of refused) expectRefusal(response);
  expect(refused[0]?.headers['access-control-allow-origin']).toBe('*');
  expect(lines.filter((line) => line.includes('"msg":"overload"'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('"msg":"failure"'))).toEqual([]);
  for (const path of ['/health/live', '/icon.svg', '/docs/assets/swagger-ui.css', ...stored]) {
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  }
  await other.query('COMMIT');
  const answers = await Promise.all(begun);
  expect(answers.map(({ status, body }) => [status, body.items.length])).toEqual(
    answers.map((_, n) => [200, n + 1]),
  );
  expect((await ask('/v1/listings?limit=77')).status).toBe(200);
});

it('lets equal requests wait for one that has begun, in nobody’s place', async () => {
  await lock('listing');
  const path = '/v1/listings?limit=12';
  const begun = Array.from({ length: LIMIT }, (_, n) => ask(`/v1/listings?limit=${n + 12}`));
  await untilWaiting(LIMIT);
  const equal = Array.from({ length: 20 }, () => ask(path));
  expectRefusal(await ask('/v1/listings?limit=99'));
  await other.query('COMMIT');
  expect(statuses(await Promise.all([...begun, ...equal]))).toEqual(Array(LIMIT + 20).fill(200));
});

it('counts what has been refused, cut off or failed no longer', async () => {
  for (let n = 0; n < 3 * LIMIT; n++) {
    await ask(`/v1/listings?limit=${1000 + n}`);
    await ask(`/v1/listings/nowhere-${n}`);
    await request(at.app.getHttpServer())
      .post('/v1/nearby')
      .set('content-type', 'application/json')
      .send('{');
  }
  expect((await ask('/v1/listings?limit=78')).status).toBe(200);
});

it('reads from a client that was refused later, and then answers it on the same connection', async () => {
  await lock('listing');
  const begun = Array.from({ length: LIMIT }, (_, n) => ask(`/v1/listings?limit=${n + 40}`));
  await untilWaiting(LIMIT);
  const server = at.app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const statusOf = async (path: string): Promise<number> => {
    const [response] = await once(get({ host: '127.0.0.1', port, agent, path }), 'response');
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  };
  const connected = once(server, 'connection') as Promise<[Socket]>;
  expect(await statusOf('/v1/listings?limit=90')).toBe(503);
  const [socket] = await connected;
  while (!socket.isPaused()) await new Promise((resolve) => setImmediate(resolve));
  await other.query('COMMIT');
  await Promise.all(begun);
  expect(await statusOf('/v1/listings?limit=90')).toBe(200);
});

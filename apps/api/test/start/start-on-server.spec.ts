import { once } from 'node:events';
import { request } from 'node:http';
import { inject } from 'vitest';
import { databaseAt, onServer } from '../../../../test/database/on-server.ts';
import { serverDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { refusal, startServer, stopServer, undoMigrations } from './start.ts';

let empty: TestDatabase;
let seeded: TestDatabase;
beforeAll(async () => {
  empty = await serverDatabase('template1');
  seeded = await serverDatabase();
});
afterAll(async () => {
  await empty?.drop();
  await seeded?.drop();
});

const organizationsOf = async (address: string): Promise<unknown[]> => {
  const response = await fetch(`${address}/v1/organizations?limit=100`);
  return ((await response.json()) as { items: unknown[] }).items;
};

async function refusesConnections(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${address}/health/live`, { headers: { connection: 'close' } });
    } catch {
      return;
    }
  }
}

describe('starting on a PostgreSQL server', () => {
  it('makes the tables and loads the records where there is nothing', async () => {
    const running = await startServer({ DATABASE_URL: empty.url });
    expect(await organizationsOf(running.address)).toHaveLength(68);
    await stopServer(running);
  });

  it('is alive before it is ready, serves, and ends a running request before it stops', async () => {
    const running = await startServer({ DATABASE_URL: seeded.url });
    const { address } = running;
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);

    const body = JSON.stringify({ lon: -106.49, lat: 31.76 });
    const slow = request(`${address}/v1/nearby`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'user-agent': 'a-visitor',
        expect: '100-continue',
      },
    });
    slow.flushHeaders();
    await once(slow, 'continue');
    running.process.kill('SIGTERM');
    await refusesConnections(address);
    slow.end(body);
    const [response] = await once(slow, 'response');
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(await running.exited).toBe(0);

    expect(running.written.out).toContain('"method":"POST"');
    expect(running.written.out).not.toMatch(/127\.0\.0\.1|::1|a-visitor|106\.49/);
    expect(running.written.err).toBe('');
  });

  it('brings a database of an older version up to date, and refuses one of a newer', async () => {
    const old = await serverDatabase();
    onTestFinished(() => old.drop());
    await undoMigrations(old.url, 4);
    const updated = await startServer({ DATABASE_URL: old.url });
    expect(await organizationsOf(updated.address)).toHaveLength(68);
    await stopServer(updated);
    await onServer(old.url, `INSERT INTO migration (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    expect(await refusal({ DATABASE_URL: old.url })).toMatch(/newer/);
  });

  it.each([
    ['nobody listens', () => 'postgres://me:geheim@127.0.0.1:1/amparo', 'nothing listens there'],
    ['there is no such database', () => at('nowhere'), 'there is no such database'],
    [
      'the user is unknown',
      () => at('postgres').replace('postgres@', 'me:geheim@'),
      'let this user in',
    ],
  ])('says in one sentence that %s', async (_, url, reason) => {
    const sentence = await refusal({ DATABASE_URL: url() });
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain('geheim');
  });
});

const at = (name: string): string => databaseAt(inject('databases').serverUrl, name);

it('names every wrong variable', async () => {
  expect(await refusal({ PORT: 'http', LOG_LEVEL: 'loud' })).toMatch(
    /^The configuration is wrong: PORT must be .*; LOG_LEVEL must be .*\.$/,
  );
});

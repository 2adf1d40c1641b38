import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { dataSourceOptions } from '#database';
import { migrations } from '#migrations';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

const server = new URL(inject('databases').serverUrl);
const folder = mkdtempSync(join(tmpdir(), 'amparo-start-'));
const database = `start_${process.pid}`;

const databaseUrl = (name: string): string =>
  Object.assign(new URL(server), { pathname: name }).href;

async function administer(sql: string): Promise<void> {
  const client = new pg.Client(server.href);
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function refusal(environment: Record<string, string>): Promise<string> {
  const refused = spawnServer(environment);
  expect(await refused.exited).toBe(1);
  const lines = refused.written.err.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

async function onDatabase(name: string, sql: string): Promise<void> {
  const client = new pg.Client(databaseUrl(name));
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Leaves so many of the oldest migrations, as an older version had them. */
async function undoMigrations(name: string, left: number): Promise<void> {
  const options = { url: databaseUrl(name), poolSize: 1, migrations, queryLimitMs: 0 };
  const db = await new DataSource(dataSourceOptions(options)).initialize();
  for (const _ of migrations.slice(left)) await db.undoLastMigration({ transaction: 'each' });
  await db.destroy();
}

async function started(name: string): Promise<SpawnedServer> {
  const running = spawnServer({ DATABASE_URL: databaseUrl(name) });
  await running.ready();
  return running;
}

/** The process that a server keeps its embedded database in. */
function childOf(parent: number): number {
  const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' });
  return Number(found.trim().split(/\s+/)[0]);
}

async function stop(running: SpawnedServer): Promise<void> {
  running.process.kill('SIGTERM');
  expect(await running.exited).toBe(0);
}

async function refusesConnections(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${address}/health/live`, { headers: { connection: 'close' } });
    } catch {
      return;
    }
  }
}

/** With the tables and the records in it, for tests to start on and to copy. */
beforeAll(async () => {
  await administer(`CREATE DATABASE ${database}`);
  await stop(await started(database));
});

afterAll(async () => {
  await administer(`DROP DATABASE ${database} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('starting on a PostgreSQL server', () => {
  it('is alive before it is ready, serves, and ends a running request before it stops', async () => {
    const running = spawnServer({ DATABASE_URL: databaseUrl(database) });
    const address = await running.ready();
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

  it('reads from the replicas that it is told of, and logs what it answers from memory too', async () => {
    const replica = `${database}_replica`;
    await administer(`CREATE DATABASE ${replica} TEMPLATE ${database}`);
    await onDatabase(replica, `UPDATE listing SET card = replace(card, 'House', 'Replica')`);
    const running = spawnServer({
      DATABASE_URL: databaseUrl(database),
      DATABASE_REPLICA_URLS: databaseUrl(replica),
    });
    const url = `${await running.ready()}/v1/listings/annunciation-house`;
    for (const asked of ['at first', 'and again']) {
      const answer = (await (await fetch(url)).json()) as object;
      expect({ asked, ...answer }).toMatchObject({ asked, name: 'Annunciation Replica' });
    }
    await stop(running);
    const lines = running.written.out.match(/"route":"\/v1\/listings\/:[a-z]+","status":200/g);
    expect(lines).toHaveLength(2);
    await administer(`DROP DATABASE ${replica}`);
  });

  it.each([
    ['nobody listens', 'postgres://me:geheim@127.0.0.1:1/amparo', 'nothing listens there'],
    ['there is no such database', databaseUrl('nowhere'), 'there is no such database'],
    [
      'the user is unknown',
      databaseUrl('postgres').replace('postgres@', 'me:geheim@'),
      'let this user in',
    ],
  ])('says in one sentence that %s', async (_, url, reason) => {
    const sentence = await refusal({ DATABASE_URL: url });
    expect(sentence).toContain(reason);
    expect(sentence).not.toContain('geheim');
  });
});

describe('starting on the embedded database', () => {
  it('answers while it creates the database, and locks the folder', async () => {
    const port = await freePort();
    const environment = { AMPARO_DATA_DIR: join(folder, 'data'), PORT: String(port) };
    const running = spawnServer(environment);
    const early = await untilAnswered(`http://localhost:${port}/health/ready`);
    expect(early.status).toBe(503);
    expect(early.headers.get('content-type')).toBe('application/problem+json');
    expect((await fetch(`http://localhost:${port}/health/live`)).status).toBe(200);
    expect(await running.ready()).toBe(`http://localhost:${port}`);
    expect(await refusal(environment)).toMatch(/^Port \d+ on localhost is in use/);
    expect(await refusal({ ...environment, PORT: '0' })).toMatch(/^The data folder .* is in use/);
    await stop(running);
  });

  it('answers reads while its engine is killed again and again', async () => {
    const running = spawnServer({ AMPARO_DATA_DIR: join(folder, 'data') });
    const address = await running.ready();
    for (let kill = 0; kill < 3; kill++) {
      process.kill(childOf(Number(running.process.pid)), 'SIGKILL');
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          fetch(`${address}/v1/nearby?lat=31.7${kill}${n}&lon=-106.4`),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    }
    await stop(running);
  });

  it('brings a database of an older version up to date, and refuses one of a newer', async () => {
    const name = `${database}_old`;
    await administer(`CREATE DATABASE ${name} TEMPLATE ${database}`);
    await undoMigrations(name, 4);
    const updated = await started(name);
    const lists = await fetch(`${await updated.ready()}/v1/organizations?limit=100`);
    expect(((await lists.json()) as { items: unknown[] }).items).toHaveLength(68);
    await stop(updated);
    await onDatabase(name, `INSERT INTO migration (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    expect(await refusal({ DATABASE_URL: databaseUrl(name) })).toMatch(/newer/);
    await administer(`DROP DATABASE ${name}`);
  });

  it('says in one sentence that the database is damaged', async () => {
    const damaged = join(folder, 'damaged');
    mkdirSync(join(damaged, 'postgres'), { recursive: true });
    writeFileSync(join(damaged, 'postgres', 'PG_VERSION'), '18\n');
    expect(await refusal({ AMPARO_DATA_DIR: damaged })).toMatch(/^The database in .* is damaged/);
  });
});

it('names every wrong variable', async () => {
  expect(await refusal({ PORT: 'http', LOG_LEVEL: 'loud' })).toMatch(
    /^The configuration is wrong: PORT must be .*; LOG_LEVEL must be .*\.$/,
  );
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilAnswered(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

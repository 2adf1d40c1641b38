import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { retryRead } from '../read/retry-read.ts';
import { type EmbeddedEngine, startEmbeddedEngine } from './embedded-engine.ts';

let folder: string;
let engine: EmbeddedEngine;
let pool: pg.Pool;
const restarts: string[] = [];

const one = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
  Object.values((await pool.query(sql, values)).rows[0])[0] as T;

/** An engine that was killed many times in a minute is started again only after a while. */
const patiently = <T>(read: () => Promise<T>): Promise<T> =>
  retryRead(read, { patienceMs: 60_000 });

/** Waits until a condition holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function kill(processId = engine.processId): void {
  if (processId) process.kill(processId, 'SIGKILL');
}

/** Writes from several connections until `enough` rows are acknowledged, then kills the engine. */
async function writeUntilKilled(enough: number): Promise<number> {
  let acknowledged = 0;
  let killed = false;
  const write = async (): Promise<void> => {
    for (;;) {
      try {
        await pool.query(
          'INSERT INTO place (name, geog) VALUES ($1, ST_Point($2, $3)::geography)',
          [`place ${Math.random()}`, -117 + 20 * Math.random(), 26 + 8 * Math.random()],
        );
        acknowledged += 1;
        if (acknowledged >= enough && !killed) {
          killed = true;
          kill();
        }
      } catch {
        return;
      }
    }
  };
  await Promise.all([write(), write(), write(), write()]);
  return acknowledged;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-test-'));
  engine = await startEmbeddedEngine({
    dataFolder: folder,
    silenceLimitMs: 1_000,
    onRestart: ({ reason }) => restarts.push(reason),
  });
  pool = new pg.Pool({ connectionString: engine.url, max: 4 });
  pool.on('error', () => {});
  await pool.query('CREATE EXTENSION postgis');
  await pool.query(
    'CREATE TABLE place (id serial PRIMARY KEY, name text NOT NULL, geog geography(Point,4326))',
  );
  await pool.query('CREATE INDEX place_geog ON place USING gist (geog)');
});

afterAll(async () => {
  await pool?.end();
  await engine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded engine', () => {
  it('loses no acknowledged row in six kills, and its indexes agree with its table', async () => {
    let present = 0;
    for (let round = 1; round <= 6; round += 1) {
      const acknowledged = await writeUntilKilled(round * 200);
      const found = await patiently(() => one<string>('SELECT count(*) FROM place'));
      expect(Number(found)).toBeGreaterThanOrEqual(present + acknowledged);
      present = Number(found);
      expect(restarts).toHaveLength(round);
    }
    const client = await pool.connect();
    await client.query('SET enable_seqscan = off');
    const byIndex = await client.query('SELECT count(id) FROM place WHERE id > 0');
    const near = `SELECT count(*) FROM place
      WHERE ST_DWithin(geog, ST_Point(-107, 30)::geography, 500000)`;
    const nearByIndex = await client.query(near);
    await client.query('SET enable_seqscan = on; SET enable_indexscan = off');
    await client.query('SET enable_bitmapscan = off; SET enable_indexonlyscan = off');
    expect(byIndex.rows).toEqual((await client.query('SELECT count(id) FROM place')).rows);
    expect(nearByIndex.rows).toEqual((await client.query(near)).rows);
    await client.query('RESET ALL');
    client.release();
  });

  it('answers many clients with long parameters each with its own rows', async () => {
    const long = 'x'.repeat(300_000);
    const lengths = Array.from({ length: 60 }, (_, index) =>
      index % 2
        ? one<number>('SELECT $1::int', [index])
        : one<number>('SELECT length($1::text) + $2::int', [long, index]),
    );
    expect(await Promise.all(lengths)).toEqual(
      lengths.map((_, index) => (index % 2 ? index : 300_000 + index)),
    );
  });

  it('cuts off a client that keeps a transaction open in silence, and serves the others', async () => {
    const silent = new pg.Client(engine.url);
    const cutOff = once(silent, 'error');
    await silent.connect();
    await silent.query('BEGIN');
    await silent.query(`INSERT INTO place (name) VALUES ('never committed')`);
    expect(await one(`SELECT count(*)::int FROM place WHERE name = 'never committed'`)).toBe(0);
    await cutOff;
  });

  it('survives thousands of wrong queries', async () => {
    for (let index = 0; index < 4_000; index += 1) {
      await expect(pool.query('SELECT nothing FROM nowhere')).rejects.toThrow('nowhere');
    }
    expect(await one('SELECT 1')).toBe(1);
  });

  it('starts again when it breaks in the middle of a statement, and ends a recursion before it does', async () => {
    await pool.query(
      `CREATE FUNCTION endless(depth int) RETURNS int LANGUAGE plpgsql
       AS 'BEGIN RETURN endless(depth + 1); END'`,
    );
    await expect(pool.query('SELECT endless(1)')).rejects.toThrow('stack depth limit exceeded');
    const client = await pool.connect();
    client.on('error', () => {});
    await client.query('BEGIN');
    await expect(client.query(`SELECT repeat('[', 100000)::json`)).rejects.toThrow('terminated');
    client.release(true);
    expect(await patiently(() => one('SELECT 1'))).toBe(1);
    expect(restarts.at(-1)).toMatch(/^RangeError/);
  });

  it('makes no new database in the place of one that has disappeared, and goes on when it is back', async () => {
    const moved = `${folder}-moved`;
    renameSync(join(folder, 'postgres'), moved);
    const before = restarts.length;
    kill();
    await until(() => restarts.slice(before).some((reason) => reason.includes('disappeared')));
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    renameSync(moved, join(folder, 'postgres'));
    expect(Number(await patiently(() => one('SELECT count(*) FROM place')))).toBeGreaterThan(0);
  });

  it('refuses a folder that is in use', async () => {
    await expect(startEmbeddedEngine({ dataFolder: folder })).rejects.toMatchObject({
      name: 'DataFolderLockedError',
      message: expect.stringContaining('is in use by process'),
    });
  });

  it.each([
    ['DataFolderDamagedError', 'a folder without PG_VERSION', undefined],
    ['DataFolderDamagedError', 'files that are no database', '18'],
    ['DataFolderTooNewError', 'a newer PostgreSQL', '19'],
  ])('throws %s for %s', async (name, _, version) => {
    const other = mkdtempSync(join(tmpdir(), 'amparo-test-'));
    mkdirSync(join(other, 'postgres', 'global'), { recursive: true });
    if (version) writeFileSync(join(other, 'postgres', 'PG_VERSION'), `${version}\n`);
    await expect(startEmbeddedEngine({ dataFolder: other })).rejects.toMatchObject({ name });
    rmSync(other, { recursive: true });
  });

  it('refuses a folder that cannot be made', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(startEmbeddedEngine({ dataFolder: join(file, 'data') })).rejects.toMatchObject({
      name: 'DataFolderUnwritableError',
    });
  });
});

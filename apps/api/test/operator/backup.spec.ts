import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { inject } from 'vitest';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

const server = inject('databases').serverUrl;
const databases = ['source', 'target', 'other'].map((name) => `backup_${name}_${process.pid}`);
const [source = '', target = '', other = ''] = databases.map(urlOf);
const folder = mkdtempSync(join(tmpdir(), 'amparo-backup-'));
const file = (name: string) => join(folder, `${name}.gz`);
const embedded = { AMPARO_DATA_DIR: join(folder, 'data') };

/** Spheres that PostGIS versions compute with different last digits. */
const NOT_COMPARED = ['xyz'];
/** Not in a backup, or filled by the server that the test starts. */
const NOT_IN_BACKUPS = [
  'migration',
  'spatial_ref_sys',
  'account_session',
  'account_verification',
  'account_spent_code',
  'account_link',
  'account_throttle',
  'idempotency_key',
  'reminder_link',
];

const WAITING_MAIL = `INSERT INTO pgboss.job (name, data) VALUES ('mail', '{}')`;

beforeAll(async () => {
  await administer(`CREATE DATABASE ${databases[0]} TEMPLATE ${inject('databases').template}`);
  await ask(
    source,
    `INSERT INTO suggestion (record_kind, record_id, text)
     SELECT 'organization', id, E'It has "quotes",\\nlines, \\\\ and (brackets).' FROM organization LIMIT 3`,
  );
  await ask(source, `SELECT pgboss.create_queue('mail', '{"policy":"standard"}'); ${WAITING_MAIL}`);
});

afterAll(async () => {
  for (const name of databases) await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

function urlOf(database: string): string {
  return Object.assign(new URL(server), { pathname: database }).href;
}

async function ask(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(url);
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function administer(sql: string): Promise<void> {
  await ask(server, sql);
}

interface Ended {
  code: number;
  out: string;
  err: string;
}

function amparo(environment: Record<string, string>, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/apps/api/src/operator/amparo.js', ...words],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: out.trim(), err }),
    );
  });
}

/** A checksum of the rows of each table. */
async function contents(url: string): Promise<Record<string, string>> {
  const columns = await ask(
    url,
    `SELECT table_name, string_agg(format('%I::text', column_name), ', ' ORDER BY ordinal_position) AS list
       FROM information_schema.columns JOIN pg_class ON relname = table_name
      WHERE table_schema = 'public' AND relkind = 'r'
        AND table_name <> ALL ('{${NOT_IN_BACKUPS}}') AND column_name <> ALL ('{${NOT_COMPARED}}')
      GROUP BY table_name ORDER BY table_name`,
  );
  const sums: Record<string, string> = {};
  for (const { table_name: table = '', list } of columns) {
    const [row] = await ask(
      url,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS sum
         FROM (SELECT row(${list})::text AS line FROM ${table}) AS lines`,
    );
    sums[table] = row?.sum ?? '';
  }
  return sums;
}

describe('a backup', () => {
  it('goes from a server to the embedded engine and back, with every row', async () => {
    expect(await amparo({ DATABASE_URL: source }, 'backup', file('first'))).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Wrote \d+ rows to /),
    });
    expect(statSync(file('first')).mode & 0o777).toBe(0o600);
    expect(await amparo(embedded, 'restore', file('first'))).toMatchObject({ code: 0, err: '' });
    expect(await amparo(embedded, 'backup', file('second'))).toMatchObject({ code: 0, err: '' });
    const { code, out } = await amparo(
      { DATABASE_URL: target },
      'restore',
      file('second'),
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).rows).toBeGreaterThan(10_000);
    const before = await contents(source);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(before.suggestion).toMatch(/^3 /);
    expect(await contents(target)).toEqual(before);
    const jobs = `SELECT count(*)::text AS count FROM pgboss.job`;
    expect(await Promise.all([ask(source, jobs), ask(target, jobs)])).toEqual([
      [{ count: '1' }],
      [{ count: '0' }],
    ]);
    // It takes new ones.
    await ask(
      target,
      `SELECT pgboss.create_queue('mail', '{"policy":"standard"}'); ${WAITING_MAIL}`,
    );
  });

  it('goes on with the numbers of the sequences', async () => {
    const last = `SELECT max(seq)::text AS last FROM change`;
    const [before] = await ask(target, last);
    await ask(
      target,
      `INSERT INTO change (kind, record_id, action) VALUES ('help_line', 'x', 'updated')`,
    );
    const [after] = await ask(target, last);
    expect(Number(after?.last)).toBeGreaterThan(Number(before?.last));
  });

  it('is made while a server uses the embedded engine, and requests are answered', async () => {
    const running: SpawnedServer = spawnServer(embedded);
    const address = await running.ready();
    let isOver = false;
    const backup = amparo(embedded, 'backup', file('running')).finally(() => {
      isOver = true;
    });
    let answered = 0;
    while (!isOver) {
      const { status } = await fetch(`${address}/v1/listings?limit=2&q=legal%20${answered}`);
      expect(status).toBe(200);
      answered += 1;
    }
    expect(await backup).toMatchObject({ code: 0, err: '' });
    expect(answered).toBeGreaterThan(5);
    running.process.kill('SIGTERM');
    await running.exited;
  });

  it('is not restored into a database that has records', async () => {
    const ended = await amparo({ DATABASE_URL: source }, 'restore', file('first'));
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('records already') });
  });

  it('never replaces a file', async () => {
    const ended = await amparo({ DATABASE_URL: source }, 'backup', file('first'));
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('exists already') });
  });

  it('that is cut off or was changed restores nothing', async () => {
    const whole = gunzipSync(readFileSync(file('first'))).toString();
    const changed = whole.replace('(brackets)', '(BRACKETS)');
    const damaged = {
      changed: gzipSync(changed),
      lines: gzipSync(whole.split('\n').slice(0, 40).join('\n')),
      none: Buffer.from('This is no backup.'),
    };
    expect(changed).not.toBe(whole);
    for (const [name, content] of Object.entries(damaged)) writeFileSync(file(name), content);
    writeFileSync(file('bytes'), readFileSync(file('first')));
    truncateSync(file('bytes'), 100_000);
    for (const name of ['bytes', ...Object.keys(damaged)]) {
      const ended = await amparo({ DATABASE_URL: other }, 'restore', file(name));
      expect(ended, name).toMatchObject({
        code: 1,
        err: expect.stringMatching(/damaged|cut off|cannot be read|not a backup/),
      });
    }
    const [row] = await ask(other, `SELECT count(*)::text AS count FROM organization`);
    expect(row?.count).toBe('0');
  });
});

import { execFile } from 'node:child_process';
import pg from 'pg';
import { inject } from 'vitest';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

const server = new URL(inject('databases').serverUrl);
const database = `verify_${process.pid}`;
const environment = { DATABASE_URL: Object.assign(new URL(server), { pathname: database }).href };

let running: SpawnedServer;
let address: string;

beforeAll(async () => {
  await ask(server.href, `CREATE DATABASE ${database} TEMPLATE ${inject('databases').template}`);
  running = spawnServer(environment);
  address = await running.ready();
});

afterAll(async () => {
  running?.process.kill('SIGTERM');
  await running?.exited;
  await ask(server.href, `DROP DATABASE ${database} WITH (FORCE)`);
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** What an operator runs as `npm run amparo -- verify WORDS`. */
function verify(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/apps/api/src/operator/amparo.js', 'verify', ...words],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: out.trim(), err }),
    );
  });
}

interface Listed {
  harm: string;
  kind: string;
  slug: string;
  version: number;
}

async function due(...words: string[]): Promise<{ items: Listed[]; total: number }> {
  const { out, code } = await verify('--due', '--json', ...words);
  expect(code).toBe(0);
  return JSON.parse(out);
}

it('what should be verified is listed, the most harmful first, as many as wanted', async () => {
  const { items, total } = await due('--limit', '5');
  expect(items).toHaveLength(5);
  expect(total).toBeGreaterThan(50);
  expect(items[0]).toMatchObject({ harm: 'possibly_closed', kind: 'organization' });
  const lines = (await verify('--due', '--limit', '2', '--kind', 'facility')).out.split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/ {2}facility {2}/);
});

it('a record is verified by the operator, which readers of a running server see', async () => {
  const { items } = await due('--kind', 'organization');
  const { slug = '', version = 0 } = items[0] ?? {};
  const words = [slug, 'still_right', '--method', 'phone', '--note', 'They answered.'];
  expect(await verify(...words, '--version', String(version + 1))).toMatchObject({
    code: 1,
    err: expect.stringContaining('changed the record'),
  });
  const { code, out } = await verify(...words, '--version', String(version));
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/ is verified until \d{4}-\d{2}-\d{2}\.$/),
  ]);
  expect((await due('--kind', 'organization')).items.map((one) => one.slug)).not.toContain(slug);
  const freshness = async () => {
    const response = await fetch(`${address}/v1/organizations/${slug}`);
    return ((await response.json()) as { freshness: string }).freshness;
  };
  while ((await freshness()) !== 'fresh');
  const [row] = await ask(
    environment.DATABASE_URL,
    `SELECT verified_by, author_id, outcome, method, note FROM verification`,
  );
  expect(row).toEqual({
    ...{ verified_by: 'operator', author_id: null, outcome: 'still_right' },
    ...{ method: 'phone', note: 'They answered.' },
  });
});

it('the rules are those of the API: of the day, of sources and of what an account may do', async () => {
  const { items } = await due('--kind', 'organization');
  const { slug = '' } = items[0] ?? {};
  const by = (email: string) => verify(slug, 'no_answer', '--method', 'phone', '--by', email);
  expect(await by('nobody@example.org')).toMatchObject({ code: 1 });
  await ask(
    environment.DATABASE_URL,
    `INSERT INTO account_user (name, email, role, scope_regions) VALUES
       ('Cleo', 'cleo@example.org', 'contributor', '{}'), ('Ana', 'ana@example.org', 'reviewer', '{}'),
       ('Ben', 'ben@example.org', 'editor', '{US-AK}')`,
  );
  expect(await by('cleo@example.org')).toMatchObject({
    code: 1,
    err: expect.stringContaining('may not verify'),
  });
  expect(await by('ben@example.org')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no such record'),
  });
  expect(await by('Ana@example.org')).toMatchObject({ code: 0 });
  const words = [slug, 'still_right', '--method', 'phone', '--date'];
  expect(await verify(...words, '2999-01-01')).toMatchObject({
    code: 1,
    err: expect.stringContaining('yet to come'),
  });
  expect(await verify(...words, '2026-02-31')).toMatchObject({ code: 1 });
  const changed = await verify(slug, 'changed', '--method', 'visit');
  expect(changed).toMatchObject({ code: 1, err: expect.stringContaining('Save what has changed') });
  expect(await verify('atlantis', 'still_right', '--method', 'visit')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no record called atlantis'),
  });
  const [row] = await ask(
    environment.DATABASE_URL,
    `SELECT verified_by, outcome FROM verification WHERE author_id IS NOT NULL`,
  );
  expect(row).toEqual({ verified_by: 'Ana', outcome: 'no_answer' });
});

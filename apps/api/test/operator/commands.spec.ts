import { execFile } from 'node:child_process';
import pg from 'pg';
import { inject } from 'vitest';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

const server = new URL(inject('databases').serverUrl);
const database = `commands_${process.pid}`;
const environment = { DATABASE_URL: Object.assign(new URL(server), { pathname: database }).href };
const PROOF = ['--date', '2026-03-01', '--what', 'Dialled from Eloy.'];
const ID = /[0-9a-f-]{36}$/;

let running: SpawnedServer;
let address: string;

beforeAll(async () => {
  await administer(`CREATE DATABASE ${database} TEMPLATE ${inject('databases').template}`);
  running = spawnServer(environment);
  address = await running.ready();
});

afterAll(async () => {
  running?.process.kill('SIGTERM');
  await running?.exited;
  await administer(`DROP DATABASE ${database} WITH (FORCE)`);
});

async function administer(sql: string): Promise<void> {
  const client = new pg.Client(server.href);
  await client.connect();
  await client.query(sql);
  await client.end();
}

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** What an operator runs as `npm run amparo -- NAME WORDS`. */
function command(name: string, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/apps/api/src/operator/amparo.js', name, ...words],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: out.trim(), err }),
    );
  });
}

async function answer(path: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`${address}${path}`)).json()) as Record<string, unknown>;
}

/** The running server's answer, once it has heard of the change. */
async function answerWith(path: string, status: string): Promise<Record<string, unknown>> {
  for (;;) {
    const told = await answer(path);
    if (told.status === status) return told;
  }
}

it('a code is added, its status set, and it is removed, while the server runs', async () => {
  const added = await command(
    'speed-dial',
    'add',
    'annunciation-house',
    '4411#',
    '--note',
    'Slow.',
  );
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^Added 4411#: /), err: '' });
  const [id = ''] = ID.exec(added.out) ?? [];

  expect(await command('speed-dial', 'status', id, 'working', ...PROOF)).toMatchObject({ code: 0 });
  expect(await answerWith(`/v1/speed-dials/${id}`, 'working')).toMatchObject({
    code: '4411#',
    note: 'Slow.',
    scope: null,
    history: [{ date: '2026-03-01', what: 'Dialled from Eloy.', source_url: null }],
  });

  const atEloy = await command('speed-dial', 'change', id, '--at', 'eloy-detention-center');
  expect(atEloy).toMatchObject({ code: 0 });
  const atlantis = await command('speed-dial', 'change', id, '--at', 'atlantis');
  expect(atlantis).toMatchObject({ code: 1, err: expect.stringMatching(/Nothing .*atlantis/) });

  expect(await command('speed-dial', 'remove', id)).toMatchObject({ code: 0 });
  while ((await fetch(`${address}/v1/speed-dials/${id}`)).status !== 404);
});

it('the status of a guide is set, and one that is not there is named', async () => {
  expect(await command('guide', 'status', 'cbp-one', 'under review')).toMatchObject({ code: 0 });
  await answerWith('/v1/guides/cbp-one', 'under review');
  expect(await command('guide', 'status', 'atlantis', 'current')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no guide called atlantis'),
  });
  const told = ['--date', '2026-02-31', '--what', 'All.'];
  expect(await command('guide', 'change', 'cbp-one', ...told)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/Nothing was changed.*of the calendar/),
  });
});

it.each([
  ['speed-dial'],
  ['speed-dial', 'add', '4411#'],
  ['speed-dial', 'status', 'some-id', 'fine', ...PROOF],
  ['speed-dial', '--speed'],
  ['guide', 'status', 'cbp-one'],
  ['guide', 'change', 'cbp-one', '--what', 'All.'],
  ['backup'],
  ['restore', 'one', 'two'],
  ['verify'],
  ['verify', '--due', '--limit', 'many'],
  ['verify', 'annunciation-house', 'still_right'],
])('wrong words are answered with how the command is written: %s', async (...words) => {
  const [name = '', ...rest] = words;
  expect(await command(name, ...rest)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Write it like this:\nnpm run amparo -- /),
  });
});

it('helps: with all commands, and with one of them; a wrong name is named', async () => {
  const help = await command('--help');
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('npm run amparo -- ') });
  for (const name of ['user', 'audit', 'backup', 'restore', 'guide', 'speed-dial', 'verify'])
    expect(help.out).toContain(name);
  expect(await command('backup', '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('npm run amparo -- backup FILE'),
  });
  expect(await command('atlantis')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no command atlantis'),
  });
});

it('an account is created by a link, listed, and loses its second factor', async () => {
  const words = ['Ana@example.org', '--name', 'Ana', '--role', 'editor', '--regions', 'US-TX'];
  const created = await command('user', 'create', ...words);
  expect(created).toMatchObject({ code: 0, err: '' });
  const [link = ''] = created.out.split('\n');
  const { pathname, hash } = new URL(link);
  expect(pathname).toBe('/admin/accept-invitation');
  const accepted = await fetch(`${address}/v1/auth/accept-invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token: hash.slice(1), password: 'correct horse battery staple' }),
  });
  expect(accepted.status).toBe(200);
  expect(await command('user', 'create', ...words)).toMatchObject({
    code: 1,
    err: expect.stringContaining('has an account already'),
  });
  const { out } = await command('user', 'list', '--json');
  expect(JSON.parse(out).items).toMatchObject([{ email: 'ana@example.org', role: 'editor' }]);
  expect(await command('user', 'reset-second-factor', 'ana@example.org')).toMatchObject({
    code: 0,
  });
  expect(await command('user', 'reset-password', 'eve@example.org')).toMatchObject({ code: 1 });
});

it('the audit log is checked against a head that was stored, and a cut is found', async () => {
  const erased = await command('audit', 'erase', '5b7800a8-164b-57a5-8f05-83f454f60ac1');
  expect(erased).toMatchObject({ code: 0, err: '' });
  const { out } = await command('audit', 'check');
  const [head = ''] = /\d+:[0-9a-f]{64}$/.exec(out) ?? [];
  expect(await command('audit', 'check', '--head', head)).toMatchObject({ code: 0 });
  const client = new pg.Client(environment.DATABASE_URL);
  await client.connect();
  await client.query(`DELETE FROM audit; DELETE FROM audit_head`);
  await client.end();
  expect(await command('audit', 'check')).toMatchObject({ code: 0 });
  expect(await command('audit', 'check', '--head', head)).toMatchObject({
    code: 1,
    err: expect.stringContaining('row 1 (missing)'),
  });
});

it('says what it did as JSON', async () => {
  const { out } = await command('guide', 'status', 'cbp-one', 'current', '--json');
  expect(JSON.parse(out)).toEqual({ slug: 'cbp-one' });
});

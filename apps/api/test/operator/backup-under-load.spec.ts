import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { growDirectory } from '../../../../test/database/filled-directory.ts';
import { newFolder, serverDatabase } from '../../../../test/database/test-databases.ts';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';

const LISTINGS = 10_000;
/** A reader who gets no answer by then is told that there is none. */
const PATIENCE_MS = 1_000;

const folder = newFolder();
const embedded = { AMPARO_DATA_DIR: join(folder, 'data') };
const file = (name: string) => join(folder, `${name}.gz`);
let server: SpawnedServer;
let address: string;

/** What an operator runs, and its result as JSON. */
function amparo(
  environment: Record<string, string>,
  ...words: string[]
): Promise<{ rows: number }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['dist/apps/api/src/operator/amparo.js', ...words, '--json'],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, out) => (error ? reject(error) : resolve(JSON.parse(out))),
    );
  });
}

beforeAll(async () => {
  const source = await serverDatabase();
  await growDirectory(source.url, LISTINGS, 1);
  await amparo({ DATABASE_URL: source.url }, 'backup', file('source'));
  await source.drop();
  await amparo(embedded, 'restore', file('source'));
  server = spawnServer(embedded);
  address = await server.ready();
  // The first time takes longer, also without a backup.
  for (const question of questions) await (await fetch(address + question(0))).arrayBuffer();
});
afterAll(async () => {
  server?.process.kill('SIGTERM');
  await server?.exited;
});

/** No two are the same, so that no memory answers them. */
const questions = [
  (n: number) => `/v1/listings?limit=20&q=legal%20${n}`,
  (n: number) => `/v1/nearby?near=El+Paso&limit=${1 + (n % 20)}&radius_km=${100 + n}`,
  (n: number) => `/v1/organizations?limit=10&q=help%20${n}`,
  (n: number) => `/en/?near=Tucson&q=${n}`,
];

it(`readers are answered within a second while ${LISTINGS} listings are backed up`, async () => {
  let isOver = false;
  const backup = amparo(embedded, 'backup', file('running')).finally(() => {
    isOver = true;
  });
  const failures: string[] = [];
  const answered = questions.map(() => 0);
  const reader = async (index: number) => {
    for (let n = 1; !isOver; n += 1) {
      const path = questions[index]?.(n) ?? '/';
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await fetch(address + path, { signal })
        .then(async (response) => {
          await response.arrayBuffer();
          if (response.status !== 200) failures.push(`${path}: ${response.status}`);
          answered[index] = (answered[index] ?? 0) + 1;
        })
        .catch((error: Error) => failures.push(`${path}: ${error.name}`));
    }
  };
  await Promise.all(questions.map((_, index) => reader(index)));
  expect((await backup).rows).toBeGreaterThan(LISTINGS * 4);
  expect(failures).toEqual([]);
  for (const count of answered) expect(count).toBeGreaterThan(5);
});

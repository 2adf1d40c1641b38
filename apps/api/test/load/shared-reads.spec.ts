import { DataSource } from 'typeorm';
import { type DatabaseReader, dataSourceOptions, retryingReader } from '#database';
import { serverDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/database-proxy.ts';

const LIMIT_MS = 2_500;
const NUMBERS = Array.from({ length: 40 }, (_, index) => index);

let database: TestDatabase;
let proxy: DatabaseProxy;
let source: DataSource;
let reader: DatabaseReader;
beforeAll(async () => {
  database = await serverDatabase();
  proxy = await startDatabaseProxy(database.url);
});
afterAll(async () => {
  await proxy?.stop();
  await database?.drop();
});
beforeEach(async () => {
  const options = { url: proxy.url, poolSize: 4, readLimitMs: LIMIT_MS };
  source = await new DataSource(dataSourceOptions(options)).initialize();
  reader = retryingReader(source);
});
afterEach(async () => {
  vi.useRealTimers();
  await proxy.mend();
  // It waits for every connection to be given back.
  await source.destroy();
});

const inverse = async (number: number): Promise<string> => {
  const [row] = await reader.prepared<{ n: string }[]>('SELECT (120 / $1::integer)::text AS n', [
    number,
  ]);
  return row?.n ?? 'nothing';
};

const sleep = async (): Promise<unknown> =>
  await reader.prepared('SELECT pg_sleep($1::integer)', [60]);

it('reads sent at the same time get their own answers, also when one of them fails', async () => {
  const answers = await Promise.allSettled(NUMBERS.map(inverse));
  expect(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed')),
  ).toEqual(NUMBERS.map((number) => (number === 0 ? 'failed' : String(Math.trunc(120 / number)))));
  expect(await inverse(3)).toBe('40');
});

it('a read that takes too long is given up, and those behind it are answered', async () => {
  let isGivenUp = false;
  const slow = Promise.allSettled([sleep(), sleep()]).finally(() => {
    isGivenUp = true;
  });
  const others = Promise.all(NUMBERS.slice(1).map(inverse));
  // The database is not silent meanwhile.
  while (!isGivenUp) await reader.query('SELECT 1');
  expect(await slow).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await others).toHaveLength(39);
});

it('nothing waits longer for a silent database because another read was given up', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  reader = retryingReader(source);
  await Promise.all(NUMBERS.slice(1).map(inverse));
  proxy.silence();
  const first = Promise.allSettled([inverse(1), inverse(2)]);
  await vi.advanceTimersByTimeAsync(LIMIT_MS / 2);
  const later = Promise.allSettled(NUMBERS.slice(3).map(inverse));
  await vi.advanceTimersByTimeAsync(LIMIT_MS / 2);
  for (const { status } of await first) expect(status).toBe('rejected');
  await vi.advanceTimersByTimeAsync(LIMIT_MS / 2);
  for (const { status } of await later) expect(status).toBe('rejected');
});

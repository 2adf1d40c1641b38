import pg from 'pg';
import { retryRead } from '#database';
import { type Cluster, startCluster } from '../../../../test/database/cluster.ts';

const CRASHES = 5;
let cluster: Cluster;
let pool: pg.Pool;

beforeAll(async () => {
  cluster = await startCluster();
  pool = new pg.Pool({ connectionString: cluster.url('postgres'), max: 4 });
  pool.on('error', () => {});
  await pool.query('CREATE TABLE entry (id serial PRIMARY KEY, name text NOT NULL)');
});

afterAll(async () => {
  await pool.end();
  await cluster.stop();
});

it(`loses no acknowledged row when the server is killed ${CRASHES} times`, async () => {
  let acknowledged = 0;
  for (let crash = 1; crash <= CRASHES; crash += 1) {
    const goal = acknowledged + 300;
    let killing: Promise<void> | undefined;
    const write = async (): Promise<void> => {
      try {
        for (;;) {
          await pool.query('INSERT INTO entry (name) VALUES ($1)', [`entry ${Math.random()}`]);
          acknowledged += 1;
          if (acknowledged >= goal) killing ??= cluster.kill();
        }
      } catch {
        // The server is gone: what was acknowledged until now has to be there again.
      }
    };
    await Promise.all([write(), write(), write(), write()]);
    await killing;
    const count = () => pool.query('SELECT count(*)::int AS rows FROM entry');
    const reading = retryRead(count, { patienceMs: 60_000 });
    await cluster.restart();
    const present = (await reading).rows[0].rows as number;
    expect(present).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = present;
  }
});

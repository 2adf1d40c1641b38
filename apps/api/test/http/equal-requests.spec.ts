import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

/** How many connections wait for a table that is locked. */
async function waiting(): Promise<number> {
  const [row] = await at.db.query(
    `SELECT count(*)::integer AS count FROM pg_locks
      WHERE NOT granted AND relation = 'listing'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return row.count;
}

it('equal requests at the same time ask the database once, and all get the answer', async () => {
  const path = '/v1/listings?limit=100&region=US-AZ';
  const lock = at.db.createQueryRunner();
  await lock.startTransaction();
  onTestFinished(() => lock.release());
  await lock.query('LOCK TABLE listing IN ACCESS EXCLUSIVE MODE');
  // The number of the last change is read again, which all of them wait for.
  await at.db.query(
    `INSERT INTO change (kind, record_id, action) VALUES ('organization', 'x', 'updated')`,
  );
  const answers = Promise.all(Array.from({ length: 12 }, () => at.api.get(path)));
  while ((await waiting()) === 0);
  // The others are behind it by now: the server has answered what came after them.
  for (let n = 0; n < 30; n++) await at.api.get('/health/live');
  expect(await waiting()).toBe(1);
  await lock.commitTransaction();
  const statuses = (await answers).map(({ status, headers }) => [status, headers.etag]);
  expect(new Set(statuses.map(String)).size).toBe(1);
  expect(statuses[0]?.[0]).toBe(200);
});

import { inTransaction } from '#database';
import { publishChange } from '#directory';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

/** A promise and how to settle it. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Renames an organization and publishes that; commits when it is allowed to. */
async function rename(
  id: string,
  name: string,
  { onPublished, mayCommit }: { onPublished: () => void; mayCommit: Promise<void> },
): Promise<void> {
  await inTransaction(at.db, async (manager) => {
    await manager.query(`UPDATE organization SET name = $2 WHERE id = $1`, [id, name]);
    await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
    onPublished();
    await mayCommit;
  });
}

async function someoneWaits(): Promise<boolean> {
  const [row] = await at.db.query(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`,
  );
  return row.waits;
}

it('shows what an earlier writer wrote who commits while another one is writing', async () => {
  const first = await anOrganization(at.db, { name: 'First' });
  const second = await anOrganization(at.db, { name: 'Second' });
  const published = signal();
  const commit = signal();
  const earlier = rename(first.id, 'First, renamed', {
    onPublished: published.give,
    mayCommit: commit.given,
  });
  await published.given;
  let isOver = false;
  const later = rename(second.id, 'Second, renamed', {
    onPublished: () => {},
    mayCommit: Promise.resolve(),
  }).then(() => {
    isOver = true;
  });
  while (!isOver && !(await someoneWaits()));
  await at.settle();
  const nameOf = async ({ slug }: { slug: string }): Promise<string> =>
    (await at.api.get(`/v1/organizations/${slug}`)).body.name;
  expect(await nameOf(first)).toBe('First');
  commit.give();
  await Promise.all([earlier, later]);
  await at.settle();
  expect(await nameOf(first)).toBe('First, renamed');
  expect(await nameOf(second)).toBe('Second, renamed');
});

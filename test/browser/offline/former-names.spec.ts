import { DataSource } from 'typeorm';
import { dataSourceOptions, inTransaction } from '#database';
import { publishChange } from '#directory';
import { anOrganization } from '../../directory/builders.ts';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, testSite } from '../support/test-site.ts';

let db: DataSource;
const site = testSite(async ({ databaseUrl }) => {
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 1 });
  db = await new DataSource(options).initialize();
  return {};
});
afterAll(async () => {
  await db?.destroy();
});

it('a saved place that was merged into another one is shown, and saved by its present name', async () => {
  const merged = await anOrganization(db, { name: 'Called this' });
  const other = await anOrganization(db, { name: 'Called that' });
  const { page, close } = await site.visit(`/en/listing/${merged.slug}`);
  await page.getByRole('button', { name: 'Save: Called this' }).click();
  await inTransaction(db, async (manager) => {
    await manager.query(`DELETE FROM organization WHERE id = $1`, [merged.id]);
    await publishChange(manager, 'organization', [
      { id: merged.id, action: 'merged_into', merged_into: other.id },
    ]);
  });
  const former = `${site.server.address}/en/listing/${merged.slug}`;
  // Within about a second: until then the server need not ask whether anything has changed.
  while ((await fetch(former, { redirect: 'manual' })).status !== 308);
  const another = await site.visit(`/en/listing/${merged.slug}`);
  expect(another.page.url()).toBe(`${site.server.address}/en/listing/${other.slug}`);
  await page.goto(`${site.server.address}/en/saved`);
  await page.getByRole('link', { name: 'Called that', exact: true }).waitFor();
  const saved = () => page.evaluate(() => JSON.parse(String(localStorage.getItem('saved'))).slugs);
  expect(await saved()).toEqual([other.slug]);
  await close();
});

it('the address of a page from the copy on the device is the present one', async () => {
  const { locationId, slug } = await anOrganization(db, { name: 'Kept' });
  const { page, close } = await site.visit('/en/', KEEPS_COPY);
  await untilKept(page);
  await loseNetwork(page);
  await page.goto(`${site.server.address}/en/listing/${locationId}`);
  await page.getByRole('heading', { name: 'Kept', level: 1 }).waitFor();
  expect(page.url()).toBe(`${site.server.address}/en/listing/${slug}`);
  await close();
});

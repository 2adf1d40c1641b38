import type { Page, Response as PageResponse } from 'playwright-core';
import { DataSource } from 'typeorm';
import type { Snapshot } from '#contract';
import { dataSourceOptions } from '#database';
import { publishChange } from '#directory';
import { anOrganization } from '../../directory/builders.ts';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, testSite } from '../support/test-site.ts';

let db: DataSource;
const site = testSite(async ({ databaseUrl }) => {
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 1 });
  db = await new DataSource(options).initialize();
  // What has changed in the last minutes is sent once more: as if all was loaded yesterday.
  await db.query(`UPDATE change SET at = at - interval '1 day'`);
  return {};
});
afterAll(async () => {
  await db?.destroy();
});

/** The names of all listings in the copy on the device. */
async function namesInCopy(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const copy = (await caches.match('/snapshot')) as Response;
    const { organizations } = (await copy.json()).snapshot as Snapshot;
    return organizations.flatMap(({ listings }) => listings.map(({ name }) => name));
  });
}

it('a change reaches the copy on the device at the next visit, as a change alone', async () => {
  const stays = await anOrganization(db, { name: 'First called this' });
  const goes = await anOrganization(db, { name: 'Soon gone' });
  const { page, close } = await site.visit('/en/', KEEPS_COPY);
  await untilKept(page);
  expect(await namesInCopy(page)).toEqual(
    expect.arrayContaining(['First called this', 'Soon gone']),
  );

  await anOrganization(db, { name: 'Newly opened' });
  await db.transaction(async (manager) => {
    await manager.query(`UPDATE organization SET name = 'Now called that' WHERE id = $1`, [
      stays.id,
    ]);
    await manager.query(`DELETE FROM organization WHERE id = $1`, [goes.id]);
    await publishChange(manager, 'organization', [
      { id: stays.id, action: 'updated' },
      { id: goes.id, action: 'deleted' },
    ]);
  });
  let names = await namesInCopy(page);
  const answers: PageResponse[] = [];
  page.on('response', (response) => {
    if (/\/v1\/snapshot\?.*since=\d+/.test(response.url())) answers.push(response);
  });
  // Within about a second: until then the server need not ask whether anything has changed. A page
  // that takes a busy server too long comes from the copy, which it does not refresh.
  while (!names.includes('Newly opened')) {
    await page.reload({ waitUntil: 'networkidle' });
    names = await namesInCopy(page);
  }
  const sent: Snapshot | undefined = await answers.at(-1)?.json();
  expect(names).toContain('Now called that');
  expect(names).toContain('Annunciation House');
  expect(names).not.toContain('First called this');
  expect(names).not.toContain('Soon gone');
  const told = sent?.organizations.flatMap(({ listings }) => listings.map(({ name }) => name));
  expect(told?.sort()).toEqual(['Newly opened', 'Now called that']);

  await loseNetwork(page);
  await page.goto(`${site.server.address}/en/?near=El+Paso&service=legal`);
  await page.getByText('There is no network.').waitFor();
  await page.getByRole('link', { name: 'Newly opened', exact: true }).waitFor();
  await page.goto(`${site.server.address}/en/listing/${goes.slug}`);
  await page.getByText('There is no network.').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain('Soon gone');
  await close();
});

import type { Page } from 'playwright-core';
import { MAX_SNAPSHOT_LISTINGS } from '#contract';
import { growDirectory } from '../../database/filled-directory.ts';
import { axeFindings } from '../support/axe.ts';
import { sidewaysParts, smallTargets } from '../support/measures.ts';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

/** More than a device keeps without being asked. */
const LISTINGS = 2_300;
/** In El Paso, as a device tells it. */
const SENSED = { latitude: 31.768123, longitude: -106.441987 };

let database: string;
const site = testSite(async ({ databaseUrl }) => {
  database = databaseUrl;
  await growDirectory(database, LISTINGS, 1);
  return {};
});

const chooser = (page: Page) =>
  page.getByRole('group', { name: 'States in the copy on this device' });

/** Ticks one state alone, and asks for the copy of it. */
async function keepAlone(page: Page, state: RegExp): Promise<void> {
  await chooser(page).waitFor();
  for (const box of await chooser(page).getByRole('checkbox', { checked: true }).all()) {
    await box.evaluate((input: HTMLInputElement) => input.setAttribute('data-ticked', ''));
  }
  for (const box of await page.locator('[data-ticked]').all()) await box.uncheck();
  await chooser(page).getByRole('checkbox', { name: state }).check();
  await page.getByRole('button', { name: 'Keep these states' }).press('Enter');
}

/** What the copy holds: its regions, and the states of its places. */
async function heldBy(page: Page): Promise<{ regions: string[]; places: string[] }> {
  return await page.evaluate(async () => {
    const kept = await caches.match('/snapshot');
    const { regions, snapshot } = await (kept ?? new Response('{}')).json();
    const places = snapshot.organizations
      .flatMap(({ listings }: { listings: { location?: { region: string } }[] }) => listings)
      .flatMap(({ location }: { location?: { region: string } }) => location?.region ?? []);
    return { regions, places: [...new Set<string>(places)] };
  });
}

it('keeps as many whole states as fit until the reader chooses, then those alone, and says when that fails', async () => {
  const { page, asked, close } = await site.visit('/en/saved', {
    ...KEEPS_COPY,
    viewport: PHONE,
    geolocation: SENSED,
    permissions: ['geolocation'],
  });
  await untilKept(page);
  const first = await heldBy(page);
  expect(first.regions).toEqual(expect.arrayContaining(['US', 'US-AZ', 'US-CA']));
  expect(first.places).not.toContain('US-WY');

  await keepAlone(page, /^Arizona \(/);
  await page.getByText('Done. The copy on this device now holds these states.').waitFor();
  const { regions, places } = await heldBy(page);
  expect(regions).toEqual(['US', 'US-AZ']);
  expect(places).toContain('US-AZ');
  const of = asked.filter((url) => url.includes('/v1/snapshot'));
  expect(of).toHaveLength(2);
  expect(of[1]).toMatch(/region=US,US-AZ$/);
  // A page that takes a busy server too long comes from the copy, which it does not refresh.
  const isRefreshed = () =>
    asked.some((url) => /\/v1\/snapshot\?.*region=US,US-AZ&since=\d+/.test(url));
  while (!isRefreshed()) await page.reload({ waitUntil: 'networkidle' });
  await chooser(page)
    .getByRole('checkbox', { name: /^Arizona/, checked: true })
    .waitFor();
  expect(await chooser(page).getByRole('checkbox', { checked: true }).count()).toBe(1);

  // Around a position in Texas the copy does not hold everything: the server is asked.
  await page.goto(`${site.server.address}/en/`, { waitUntil: 'networkidle' });
  const [request] = await Promise.all([
    page.waitForRequest(/\/v1\/nearby$/),
    page.getByRole('button', { name: 'Use my position' }).click(),
  ]);
  expect(request.postDataJSON()).toMatchObject({ lat: 31.77, lon: -106.44 });

  await page.goto(`${site.server.address}/en/saved`);
  const errors = [{ name: 'region', detail: 'Name fewer regions.' }];
  await page.route(/\/v1\/snapshot\?/, (route) => route.fulfill({ status: 400, json: { errors } }));
  await keepAlone(page, /^New Mexico \(/);
  await page.getByText('That is too much for one device. Choose fewer states.').waitFor();
  expect((await heldBy(page)).regions).toEqual(regions);
  await page.unroute(/\/v1\/snapshot\?/);

  await loseNetwork(page);
  await page.getByRole('button', { name: 'Keep these states' }).click();
  await page.getByText('That did not work.', { exact: false }).waitFor();
  await page.goto(`${site.server.address}/en/?near=Phoenix`);
  await page.getByRole('heading', { name: 'Help near Phoenix, Arizona' }).waitFor();
  await page.locator('.card .far').first().waitFor();
  const notice = await page.locator('.offline').textContent();
  expect(notice).toContain('There is no network.');
  expect(notice).toContain('It holds help in Arizona and help for a whole country.');
  await close();
});

it.each(['en', 'ar'])('in %s the choice is in reach of everybody', async (language) => {
  const { page, close } = await site.visit(`/${language}/saved`, {
    viewport: { width: 320, height: 640 },
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
  await page.locator('fieldset').waitFor();
  expect(await smallTargets(page)).toEqual([]);
  expect(await sidewaysParts(page)).toEqual([]);
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page, 'colours')).toEqual([]);
  await close();
});

// The last, because the directory stays as large as this makes it.
it('keeps what fits of a choice that has grown past what the server gives, up to date', async () => {
  const { page, close } = await site.visit('/en/saved', KEEPS_COPY);
  await untilKept(page);
  await chooser(page).waitFor();
  for (const box of await chooser(page).getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Keep these states' }).click();
  await page.getByText('Done.', { exact: false }).waitFor();
  const all = await heldBy(page);
  await growDirectory(database, MAX_SNAPSHOT_LISTINGS, 2);
  let now = all;
  while (`${now.regions}` === `${all.regions}`) {
    await page.reload({ waitUntil: 'networkidle' });
    now = await heldBy(page);
  }
  expect(all.regions).toEqual(expect.arrayContaining(now.regions));
  expect(now.regions.length).toBeGreaterThan(all.regions.length / 2);
  await loseNetwork(page);
  await page.goto(`${site.server.address}/en/?near=Tucson`);
  const notice = page.getByText('There is no network.', { exact: false });
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(
    /It holds help in \d+ states and help for a whole country\. The page “Saved places” says which/,
  );
  await close();
});

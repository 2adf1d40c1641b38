import type { Page } from 'playwright-core';
import { loseNetwork, untilCached, untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, testSite } from '../support/test-site.ts';

/** In El Paso, as a device tells it. */
const SENSED = { latitude: 31.768123, longitude: -106.441987 };

const site = testSite();

const names = (page: Page) =>
  page.$$eval('ol.cards h3', (headings) =>
    headings.map((heading) => heading.textContent?.replace(/^\d+/, '') ?? ''),
  );

describe('without a network', () => {
  it('help is searched, filtered, read and called from the copy on the device', async () => {
    const { page, close } = await site.visit('/en/?near=El+Paso', {
      ...KEEPS_COPY,
      viewport: PHONE,
    });
    await untilKept(page);
    const online = await names(page);
    await loseNetwork(page);
    await page.goto(`${site.server.address}/en/`);
    await page.getByText('There is no network.').waitFor();
    await page.getByRole('combobox', { name: 'Town, state or ZIP code' }).fill('El Paso, Tex');
    await page.getByRole('option', { name: 'El Paso, Texas' }).click();
    await page.getByRole('heading', { name: 'Help near El Paso, Texas' }).waitFor();
    expect((await names(page)).slice(0, 10).sort()).toEqual(online.slice(0, 10).sort());
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.waitForSelector('.pin');
    await page.getByText('More filters').click();
    await page.getByLabel('Kind of help').selectOption('shelter');
    await page.waitForURL(/service=shelter/);
    await page.getByRole('link', { name: 'Annunciation House', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Annunciation House' }).waitFor();
    expect(await page.getByRole('link', { name: /^Call/ }).first().getAttribute('href')).toBe(
      'tel:+19155454509',
    );
    await page.getByText('There is no network.').waitFor();
    await page.getByRole('link', { name: 'Help lines' }).click();
    await page.getByText('#566', { exact: true }).first().waitFor();
    await page.goto(`${site.server.address}/en/listing/casa-alitas`);
    await page.getByText('Closed on January 26, 2025').waitFor();
    await close();
  });

  it('the API, the console and its links are left to the network', async () => {
    const { page, close } = await site.visit('/en/', KEEPS_COPY);
    await untilKept(page);
    const isFromWorker = async (path: string) =>
      (await page.goto(`${site.server.address}${path}`))?.fromServiceWorker();
    expect(await isFromWorker('/en/guides')).toBe(true);
    for (const path of ['/v1/regions', '/admin', '/admin/set-up#token']) {
      expect([path, await isFromWorker(path)]).toEqual([path, false]);
    }
    await loseNetwork(page);
    expect(await isFromWorker('/en/guides')).toBe(true);
    await expect(page.goto(`${site.server.address}/admin/set-up#other`)).rejects.toThrow(/net::/);
    await close();
  });

  it('the way to each place is as long as the server says', async () => {
    const { page, close } = await site.visit('/en/?near=Laredo', KEEPS_COPY);
    await untilKept(page);
    const far = () => page.$$eval('.far', (all) => all.map((one) => one.textContent));
    const online = await far();
    await loseNetwork(page);
    await page.reload();
    await page.getByText('There is no network.').waitFor();
    await page.getByRole('heading', { name: 'Help near Laredo, Texas' }).waitFor();
    expect((await far()).slice(0, 5)).toEqual(online.slice(0, 5));
    await close();
  });

  it.each(['remote=true', 'accepts=children'])(
    'finds what the server finds with %s, and at a chosen time',
    async (filter) => {
      const { page, close } = await site.visit(`/en/?near=El+Paso&${filter}`, KEEPS_COPY);
      await untilKept(page);
      const online = await names(page);
      expect(online.length).toBeGreaterThan(0);
      await loseNetwork(page);
      await page.reload();
      await page.getByText('There is no network.').waitFor();
      await page.locator('ol.cards h3').first().waitFor();
      expect((await names(page)).sort()).toEqual(online.sort());
      await page.goto(`${site.server.address}/en/?near=El+Paso&open_at=2026-11-28T03:00`);
      await page.getByText('Nothing here fits.', { exact: false }).waitFor();
      await close();
    },
  );

  it('says what a place that is not known offline needs, and comes back with the network', async () => {
    const { page, close } = await site.visit('/en/', KEEPS_COPY);
    await untilKept(page);
    await loseNetwork(page);
    await page.goto(`${site.server.address}/en/?near=Xyzzyville`);
    await page.getByText('We do not know this place').waitFor();
    await page.context().setOffline(false);
    await page.goto(`${site.server.address}/en/?near=El+Paso`);
    await page.getByRole('heading', { name: 'Help near El Paso, Texas' }).waitFor();
    expect(await page.getByText('There is no network.').count()).toBe(0);
    await close();
  });
});

it('with a copy on the device, its position is not sent at all', async () => {
  const { page, asked, close } = await site.visit('/en/', {
    ...KEEPS_COPY,
    geolocation: SENSED,
    permissions: ['geolocation'],
  });
  await untilKept(page);
  const before = asked.length;
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByRole('heading', { name: 'Help near you' }).waitFor();
  await page.locator('.card .far').first().waitFor();
  expect(asked.slice(before).filter((url) => url.includes('/v1/nearby'))).toEqual([]);
  await close();
});

it('everything that is kept is forgotten when a reader says so', async () => {
  const { page, close } = await site.visit('/en/', KEEPS_COPY);
  await untilKept(page);
  await page.goto(`${site.server.address}/en/privacy`);
  await untilKept(page);
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await page.getByText('Nothing of this site is kept').waitFor();
  const left = await page.evaluate(async () => [
    await caches.keys(),
    { ...localStorage },
    (await navigator.serviceWorker.getRegistrations()).length,
    (await indexedDB.databases()).length,
  ]);
  expect(left).toEqual([[], {}, 0, 0]);
  await close();
});

it('the copy has the texts of each language that the site was read in', async () => {
  const { page, close } = await site.visit('/en/', KEEPS_COPY);
  await untilKept(page);
  await page.goto(`${site.server.address}/es/`);
  await untilCached(page, '/es/offline');
  await page.evaluate(async () => {
    const languages = async () => (await (await caches.match('/snapshot'))?.json())?.languages;
    while (!(await languages())?.includes('es')) await new Promise((look) => setTimeout(look, 100));
  });
  await loseNetwork(page);
  await page.goto(`${site.server.address}/es/listing/annunciation-house`);
  await page.getByText('(traducido por una máquina)').first().waitFor();
  await close();
});

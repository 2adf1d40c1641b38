import type { Page } from 'playwright-core';
import { seeMap, type TestSite, testSite } from '../support/test-site.ts';

/** In El Paso, as a device tells it. */
const SENSED = { latitude: 31.768123, longitude: -106.441987 };

const site = testSite();
const visit: TestSite['visit'] = async (path, options) => {
  const visited = await site.visit(path, options);
  await seeMap(visited.page);
  return visited;
};

const placeField = (page: Page) => page.getByRole('combobox', { name: 'Town, state or ZIP code' });

const cardNames = (page: Page) =>
  page.$$eval('ol.cards h3', (headings) =>
    headings.map((heading) => heading.textContent?.replace(/^\d+/, '') ?? ''),
  );

it('leads from a typed town to help, nearest first, list and map alike', async () => {
  const { page, close } = await visit('/en/');
  await placeField(page).fill('El Pas');
  await page.getByRole('option', { name: 'El Paso, Texas' }).click();
  await page.getByRole('heading', { name: 'Help near El Paso, Texas' }).waitFor();
  const names = await cardNames(page);
  expect(names.slice(0, 12)).toEqual(
    expect.arrayContaining(['Annunciation House', expect.stringMatching(/^Las Americas/)]),
  );
  expect(page.url()).toContain('near=El+Paso');
  const pins = await page.$$eval('.pin button', (all) =>
    all.map((pin) => pin.getAttribute('aria-label')),
  );
  expect(pins.length).toBeGreaterThan(0);
  expect(pins[0]).toContain(names[0]);
  const call = page
    .locator('.card', { hasText: 'Annunciation House' })
    .getByRole('link', { name: 'Call' });
  expect(await call.first().getAttribute('href')).toBe('tel:+19155454509');
  await close();
});

it('shows a code as text to dial from inside, with its doubt, and never as a link', async () => {
  const { page, close } = await visit('/en/');
  const line = page.locator('#line-unhcr-detention-hotline');
  await line.waitFor();
  expect(await line.innerText()).toMatch(/#566/);
  expect(await line.innerText()).toMatch(/566#/);
  const dialled = await page.$$eval('a[href^="tel:"]', (links) =>
    links.map((a) => a.getAttribute('href')),
  );
  expect(dialled.filter((href) => !/^tel:\+\d{8,15}$/.test(String(href)))).toEqual([]);
  await close();
});

it('filters by state and kind of help, and goes back and forward', async () => {
  const { page, close } = await visit('/en/?near=El+Paso');
  await page.getByLabel('State', { exact: true }).selectOption('US-NM');
  await page.waitForURL(/region=US-NM/);
  await page.getByLabel('Kind of help').selectOption('shelter');
  await page.waitForURL(/service=shelter/);
  await page.locator('.count', { hasText: /^\d+ places?$/ }).waitFor();
  const towns = await page.$$eval('ol.cards .place p:first-child', (all) =>
    all.map((p) => p.textContent),
  );
  expect(towns.every((town) => town?.includes('NM'))).toBe(true);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('service='));
  expect(await page.getByLabel('Kind of help').inputValue()).toBe('');
  await close();
});

it('uses a position without putting it into any address, and sends it rounded', async () => {
  const { page, asked, close } = await visit('/en/', {
    geolocation: SENSED,
    permissions: ['geolocation'],
  });
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Use my position' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ lat: 31.77, lon: -106.44 });
  await page.getByRole('heading', { name: 'Help near you' }).waitFor();
  for (const url of [...asked, page.url()]) expect(url).not.toMatch(/31\.7|106\.4/);
  const before = asked.length;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' });
  expect(asked.slice(before).filter((url) => url.includes('bbox'))).toEqual([]);
  // A time stamp may hold the same digits.
  const logged = site.server.log().map((line) => line.replace(/"time":"[^"]*"/, ''));
  expect(logged.filter((line) => /31\.7[67]|-106\.4/.test(line))).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).toBe('[{},{}]');
  await close();
});

it('searches the area that the map was moved to, and goes back', async () => {
  const { page, close } = await visit('/en/?near=El+Paso');
  await page.locator('.pin').first().waitFor();
  const button = page.getByRole('button', { name: 'Search this area' });
  expect(await button.count()).toBe(0);
  for (let times = 0; times < 3; times++)
    await page.getByRole('button', { name: 'Zoom out' }).click();
  await button.click();
  await page.getByRole('heading', { name: 'Help in this area' }).waitFor();
  const box = new URL(page.url()).searchParams.get('bbox') ?? '';
  const [west, south, east, north] = box.split(',').map(Number) as [number, number, number, number];
  expect(west < -106.49 && -106.49 < east && south < 31.76 && 31.76 < north).toBe(true);
  const answer = await fetch(`${site.server.address}/v1/listings?bbox=${box}&limit=20`);
  const { items } = (await answer.json()) as { items: { name: string }[] };
  const found = async () => await cardNames(page);
  await expect.poll(found, { timeout: 10_000 }).toEqual(items.map(({ name }) => name));
  expect(await button.count()).toBe(0);
  await page.goBack();
  await page.getByRole('heading', { name: 'Help near El Paso, Texas' }).waitFor();
  await close();
});

it('shows what lies around the list, and leads to it', async () => {
  const { page, asked, close } = await visit('/en/?near=El+Paso&service=shelter');
  await page.locator('.pin').first().waitFor();
  for (let times = 0; times < 4; times++)
    await page.getByRole('button', { name: 'Zoom out' }).click();
  await page.locator('.cluster').first().waitFor();
  expect(asked.some((url) => /\/v1\/map\?bbox=.*service=shelter/.test(url))).toBe(true);
  const link = page.locator('.leaflet-popup a[href^="/en/listing/"]').first();
  for (let times = 0; times < 12 && !(await link.isVisible()); times++) {
    await page.locator('.cluster, .dot').last().dispatchEvent('click');
    await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' });
  }
  await link.click();
  await page.waitForURL(/\/en\/listing\//);
  await close();
});

it('draws the town around a private place, and nothing finer', async () => {
  const { page, close } = await visit('/en/?near=El+Paso');
  await page.locator('.pin').first().waitFor();
  expect(await page.locator('path.area').count()).toBe(0);
  await page.locator('.card', { hasText: 'Annunciation House' }).first().hover();
  await page.locator('path.area').waitFor();
  await close();
});

it('is used with the keyboard alone', async () => {
  const { page, close } = await visit('/en/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await placeField(page).focus();
  await page.keyboard.type('Nogales');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Help near Nogales, Sonora' }).waitFor();
  expect(await page.getByRole('link', { name: 'Nogales, Arizona' }).count()).toBe(1);
  await placeField(page).focus();
  await placeField(page).fill('Nogales, Ariz');
  await page.locator('[role=option]:first-child', { hasText: 'Nogales, Arizona' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Help near Nogales, Arizona' }).waitFor();
  await close();
});

it('says what is wrong when a place is not known, and loses nothing', async () => {
  const { page, close } = await visit('/en/');
  await placeField(page).fill('Xyzzyville');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('We do not know this place');
  expect(await placeField(page).inputValue()).toBe('Xyzzyville');
  await close();
});

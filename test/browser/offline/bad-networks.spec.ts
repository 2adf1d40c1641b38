import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, testSite, type Visit } from '../support/test-site.ts';
import { type NetworkBehavior, type UnreliableProxy, unreliableProxy } from './unreliable-proxy.ts';

const site = testSite();
let network: UnreliableProxy;
beforeEach(async () => {
  network = await unreliableProxy(site.server.address);
});
afterEach(() => network.close());

/** What the site says about a network. */
const FAILURES: [NetworkBehavior, string][] = [
  ['silent', 'The network does not answer.'],
  ['resetting', 'The network does not answer.'],
  ['bad gateway', 'Our server cannot be reached now.'],
  ['portal', 'This network opens no other page until you sign in'],
  ['redirecting portal', 'This network opens no other page until you sign in'],
];

/** A reader whose device has a copy, and who has opened a second page. */
async function visitWithCopy(options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await site.visit(`${network.address}/en/?near=El+Paso`, {
    ...KEEPS_COPY,
    ...options,
  });
  await untilKept(visit.page);
  // The empty page is stored last: once it is back, so is all that comes with a second page.
  await loseEmptyPages(visit.page);
  await visit.page.reload();
  await untilKept(visit.page);
  return visit;
}

const go = (page: Page, path: string) => page.goto(network.address + path);
const notice = (page: Page) => page.locator('.offline');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const nearLaredo = (page: Page) =>
  page.getByRole('heading', { name: 'Help near Laredo, Texas' }).waitFor();

/** As where the device had no room for them. */
async function loseEmptyPages(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const files = await caches.open('amparo-files-1');
    await files.delete('/en/offline');
  });
}

async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByLabel('Kind of help').selectOption(kind);
}

// These do not expect that nobody else was asked for anything: a redirect to another site counts as
// a request there, though the policy of the page does not let it out.
describe.each(FAILURES)('on a network that is %s', (behavior, sentence) => {
  it('the copy is opened and says why and how old it is, and the next page comes from the network', async () => {
    const { page } = await visitWithCopy();
    network.become(behavior);
    await go(page, '/en/?near=Laredo');
    await nearLaredo(page);
    await page.locator('ol.cards h3').first().waitFor();
    const said = await notice(page).innerText();
    expect(said).toContain(sentence);
    expect(said).toMatch(/This is the copy on your device, from \w+ \d/);
    network.become('healthy');
    await go(page, '/en/about');
    await heading(page, 'About Amparo').waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  it('the copy answers a search on an open page, until the server does', async () => {
    const { page } = await visitWithCopy();
    network.become(behavior);
    await chooseKind(page, 'shelter');
    await page.getByRole('link', { name: 'Annunciation House', exact: true }).waitFor();
    await notice(page).waitFor();
    expect(await notice(page).innerText()).toContain('This is the copy on your device');
    network.become('healthy');
    await chooseKind(page, 'legal');
    await notice(page).waitFor({ state: 'detached' });
  });

  it('a page without a copy says what happened, and offers to try again', async () => {
    const { page } = await visitWithCopy({ bypassCSP: true });
    await loseEmptyPages(page);
    network.become(behavior);
    const opened = go(page, '/es/about');
    if (behavior === 'silent') {
      await network.untilHeld('/es/about');
      network.become('resetting');
      network.dropHeld();
    }
    await opened;
    await heading(page, 'No se pudo abrir esta página').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await axeFindings(page, 'everything')).toEqual([]);
    network.become('healthy');
    await page.getByRole('link', { name: 'Intentar otra vez' }).click();
    await page.locator('.masthead').waitFor();
  });
});

it('what has begun to arrive is never cut, however long it takes', async () => {
  const { page, close } = await visitWithCopy();
  const other = await page.context().newPage();
  network.become('unfinished');
  const opened = go(other, '/en/about');
  await network.untilHeld('/en/about');
  await chooseKind(page, 'shelter');
  await network.untilHeld('/v1/nearby');
  // While these are held, other pages wait until the copy responds instead.
  network.become('silent');
  const third = await page.context().newPage();
  for (const path of ['/en/?near=Laredo', '/en/help-lines']) {
    await go(third, path);
    await notice(third).waitFor();
  }
  network.become('healthy');
  network.release();
  await opened;
  await heading(other, 'About Amparo').waitFor();
  await page.getByRole('link', { name: 'Annunciation House', exact: true }).waitFor();
  await page.getByRole('heading', { name: /Casa Alitas/ }).waitFor({ state: 'detached' });
  expect(await notice(other).count()).toBe(0);
  expect(await notice(page).count()).toBe(0);
  await close();
});

it('a page without a copy has all the time it needs', async () => {
  const { page, close } = await visitWithCopy();
  const other = await page.context().newPage();
  await loseEmptyPages(page);
  network.become('silent');
  const opened = go(other, '/en/about');
  await network.untilHeld('/en/about');
  // On another page, a search waits until the copy responds instead.
  await chooseKind(page, 'shelter');
  await notice(page).waitFor();
  network.become('healthy');
  network.release();
  await opened;
  await heading(other, 'About Amparo').waitFor();
  await close();
});

it('where the directory is missing on the device, the empty page says so instead of nothing', async () => {
  const { page, close } = await visitWithCopy();
  // Behind the refresh of the copy, which holds this lock.
  await page.evaluate(() =>
    navigator.locks.request('amparo-directory', () => caches.delete('amparo-directory')),
  );
  network.become('silent');
  await go(page, '/en/?near=Laredo');
  await heading(page, 'This page could not be opened').waitFor();
  await page.getByText('The network does not answer. There is no copy of it').waitFor();
  await close();
});

it('a language without a copy is shown in another one, and both say so', async () => {
  const { page, close } = await visitWithCopy();
  await loseNetwork(page);
  await go(page, '/fr/listing/annunciation-house');
  await heading(page, 'Annunciation House').waitFor();
  const french = notice(page).locator('[lang=fr]');
  expect(await french.innerText()).toBe(
    'Il n’y a pas de copie en français sur votre appareil. Vous la voyez dans une autre langue : English.',
  );
  const said = await notice(page).innerText();
  expect(said).toContain('You asked for this page in Français.');
  expect(said).toContain('There is no network.');
  await page.context().setOffline(false);
  await notice(page).getByRole('link', { name: 'Try again' }).click();
  await page.waitForURL('**/fr/listing/annunciation-house');
  await page.locator('html[lang=fr] .masthead').waitFor();
  await close();
});

it('a network that wants its visitors to sign in can show its page, but not in place of ours', async () => {
  const { page, close } = await visitWithCopy();
  network.become('portal');
  await go(page, '/en/?near=Laredo');
  await nearLaredo(page);
  await page.getByRole('link', { name: 'See what the network asks for' }).click();
  await heading(page, 'Welcome to the hotel').waitFor();
  network.become('healthy');
  await page.reload();
  await page.locator('.masthead').waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/');
  await close();
});

import type { Page } from 'playwright-core';
import type { Listing, OrganizationWithListings } from '#contract';
import { axeFindings } from '../support/axe.ts';
import { testSite } from '../support/test-site.ts';
import { documentPage, openRecord, publish, signedInAdministrator } from './console-users.ts';

const NAME = 'Galilee Center';

let dataFolder = '';
const site = testSite((own) => {
  dataFolder = own.dataFolder;
  return {};
});

let page: Page;
let complaints: string[];
beforeAll(async () => {
  ({ page, complaints } = await site.tour()('/admin/'));
  await signedInAdministrator(page, dataFolder);
});

const place = () => page.getByRole('group', { name: 'Where it is', exact: true });
const latitude = () => place().getByLabel('Latitude');
const longitude = () => place().getByLabel('Longitude');
const pin = () => place().getByRole('button', { name: /^Place of the pin/ });

/** Opens the form with the first place unfolded and its map drawn. */
async function openMap(): Promise<void> {
  await openRecord(page, NAME);
  if (!(await place().isVisible())) {
    const places = page.getByRole('group', { name: /^Places/ });
    await places.locator('> details > summary').first().click();
  }
  await place().getByRole('button', { name: 'Show the map' }).click();
  await place().locator('.leaflet-container').waitFor();
}

/** Takes back what is in the form, after which it has nothing that could be lost. */
async function discard(): Promise<void> {
  const button = page.getByRole('button', { name: 'Discard changes' });
  await button.click();
  await page.locator('.save-bar button:disabled', { hasText: 'Discard changes' }).waitFor();
}

async function publicListing(): Promise<Listing> {
  const address = `${site.server.address}/v1/organizations/galilee-center`;
  const response = await fetch(address, { cache: 'no-store' });
  const { listings } = (await response.json()) as OrganizationWithListings;
  return listings[0] as Listing;
}

it('a town puts the pin on its center, the keyboard and the mouse move it, and the public gets it', async () => {
  await openMap();
  await place().getByLabel('Find a town or postal code').fill('Mecca');
  await place().getByRole('button', { name: 'Find', exact: true }).click();
  await place().getByRole('button', { name: 'Mecca, California, US', exact: true }).click();
  const center = Number(await latitude().inputValue());
  expect(center).toBeCloseTo(33.57, 1);
  expect(await place().getByLabel('What the point is').inputValue()).toBe('city');
  await pin().focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  const moved = Number(await latitude().inputValue());
  expect(moved).toBeGreaterThan(center);
  expect(await place().getByLabel('What the point is').inputValue()).toBe('address');

  await documentPage(page, 'map');
  const box = await pin().boundingBox();
  if (!box) throw new Error('There is no pin.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 30, { steps: 5 });
  await page.mouse.up();
  const dragged = {
    latitude: await latitude().inputValue(),
    longitude: await longitude().inputValue(),
  };
  expect(Number(dragged.latitude)).toBeLessThan(moved);
  await place().getByText(`The pin is at latitude ${dragged.latitude}`).waitFor();

  await publish(page, 'A visit');
  await page.locator('.save-bar [role=status]').filter({ hasText: 'Published.' }).waitFor();
  let listing = await publicListing();
  while (listing.location?.latitude !== Number(dragged.latitude)) listing = await publicListing();
  expect(listing.location).toMatchObject({
    longitude: Number(dragged.longitude),
    visibility: 'exact',
  });
});

it('a point across the border, or with its sign missing, is warned of', async () => {
  await openMap();
  await latitude().fill('32.6');
  await longitude().fill('-115.487');
  await place()
    .getByText(/outside of the country.*Baja California/)
    .waitFor();
  await longitude().fill('115.487');
  await latitude().fill('33.57');
  await place().getByRole('button', { name: 'Use latitude 33.57, longitude -115.487' }).click();
  expect(await longitude().inputValue()).toBe('-115.487');
  await place()
    .getByText(/mixed up/)
    .waitFor({ state: 'detached' });
  await discard();
});

it('what the public gets is shown in each language before it is published', async () => {
  await openRecord(page, NAME);
  await page.getByLabel('Note about the status').fill('<img src=x onerror=alert(1)> not yet');
  await page.getByRole('button', { name: 'See what the public gets' }).click();
  const dialog = page.getByRole('dialog');
  const shown = dialog.frameLocator('iframe');
  await shown.getByText('<img src=x onerror=alert(1)> not yet').first().waitFor();
  await dialog.getByLabel('Language of the page').selectOption('ar');
  await shown.locator('html[lang=ar]').waitFor();
  expect(await shown.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await discard();
  expect(JSON.stringify(await publicListing())).not.toContain('onerror');
});

it('axe finds nothing on the form with its map, which fits into 360 pixels', async () => {
  await openMap();
  expect(await axeFindings(page, 'everything')).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => document.documentElement.scrollWidth - innerWidth;
  expect(await page.evaluate(overflow)).toBe(0);
  const own = complaints.filter((text) => !text.startsWith('Failed to load resource'));
  expect(own).toEqual([]);
});

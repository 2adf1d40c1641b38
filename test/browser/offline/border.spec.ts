import type { Page } from 'playwright-core';
import type { Snapshot } from '#contract';
import { loseNetwork, untilCached, untilKept } from '../support/network.ts';
import { KEEPS_COPY, testSite } from '../support/test-site.ts';

/** At the detention center of Otay Mesa. The nearest town is on the other side of the border. */
const SENSED = { latitude: 32.575837, longitude: -116.915591 };

const site = testSite();

/** The names of help without a visit in the copy that serves one of some regions. */
async function remoteHelpFor(page: Page, regions: string[]): Promise<string[]> {
  const copy = await page.evaluate(async () => {
    const stored = (await caches.match('/snapshot')) as Response;
    return (await stored.json()).snapshot as Snapshot;
  });
  return copy.organizations
    .flatMap(({ listings }) => listings)
    .filter(({ location, serves }) => !location && serves.some((code) => regions.includes(code)))
    .map(({ name }) => name);
}

it('a position near the border is offered the help of its own country from the copy', async () => {
  const { page, close } = await site.visit('/en/', {
    ...KEEPS_COPY,
    geolocation: SENSED,
    permissions: ['geolocation'],
  });
  await untilKept(page);
  await page.reload();
  await untilCached(page, '/basemap/border.json');
  await loseNetwork(page);
  await page.goto(`${site.server.address}/en/`);
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByRole('heading', { name: 'Help near you' }).waitFor();
  const heading = page.getByRole('heading', { name: 'Help by phone or online' });
  await heading.waitFor();
  const shown = await heading
    .locator('xpath=following-sibling::*[1]')
    .getByRole('heading')
    .allInnerTexts();
  expect(shown.length).toBeGreaterThan(0);
  expect(await remoteHelpFor(page, ['US', 'US-CA'])).toEqual(expect.arrayContaining(shown));
  await close();
});

import type { Page } from 'playwright-core';
import { findingsInEveryLook, openDrawn } from '../support/every-look.ts';
import { smallTargets } from '../support/measures.ts';
import { PHONE, seeMap, testSite } from '../support/test-site.ts';

const site = testSite();

describe.each(['en', 'ar'])('opened by the reader, in %s', (language) => {
  const unfolded: [string, string, (page: Page) => Promise<void>][] = [
    [
      'the filters and the languages',
      '?near=El+Paso',
      async (page) => {
        for (const summary of await page.locator('.unfolds > summary').all()) await summary.click();
      },
    ],
    [
      'the places of a pin',
      '?near=El+Paso',
      async (page) => {
        await page.locator('.pin button', { hasText: '+' }).first().click();
        await page.locator('.pin-choices button').first().waitFor();
      },
    ],
    [
      'the place that a pin stands for',
      '?near=Laredo&service=shelter',
      async (page) => {
        await page.locator('.pin button').getByText(/^\d+$/).first().click();
        await page.locator('.card h3:focus').waitFor();
      },
    ],
    [
      'the ways to share',
      'listing/annunciation-house',
      async (page) => {
        for (const summary of await page.locator('article summary').all()) await summary.click();
        await page.locator('.share-ways').waitFor();
      },
    ],
    [
      'the suggestions of places',
      '',
      async (page) => {
        await page.getByRole('combobox').first().fill('El Pas');
        await page.getByRole('option').first().waitFor();
      },
    ],
  ];

  it.each(unfolded)('%s: axe finds nothing', async (_, path, unfold) => {
    const { page, close } = await openDrawn(site, `/${language}/${path}`);
    await unfold(page);
    expect(await smallTargets(page)).toEqual([]);
    expect(await findingsInEveryLook(page)).toEqual([]);
    await close();
  });
});

it('without a network axe finds nothing either', async () => {
  const { page, close } = await site.visit('/ar/', { viewport: PHONE, bypassCSP: true });
  await page.evaluate(async () => {
    while (!(await caches.match('/ar/offline')) || !(await caches.match('/snapshot')))
      await new Promise((look) => requestAnimationFrame(look));
  });
  await page.context().setOffline(true);
  await page.goto(`${site.server.address}/ar/?near=El+Paso`);
  await page.locator('.offline').waitFor();
  await seeMap(page);
  expect(await smallTargets(page)).toEqual([]);
  expect(await findingsInEveryLook(page)).toEqual([]);
  await close();
});

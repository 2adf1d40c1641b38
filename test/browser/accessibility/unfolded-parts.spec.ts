import type { Page } from 'playwright-core';
import { smallTargets } from '../support/measures.ts';
import { loseNetwork, untilKept } from '../support/network.ts';
import { KEEPS_COPY, PHONE, seeMap, testSite } from '../support/test-site.ts';
import { findingsInEveryLook, tourOfDrawnPages } from './every-look.ts';

const site = testSite();
const open = tourOfDrawnPages(site);

describe.each(['en', 'ar'])('opened by the reader, in %s', (language) => {
  const unfolded: [string, string, string, (page: Page) => Promise<void>][] = [
    [
      'the filters and the languages',
      '?near=El+Paso',
      '.unfolds',
      async (page) => {
        for (const summary of await page.locator('.unfolds > summary').all()) await summary.click();
      },
    ],
    [
      'the places of a pin',
      '?near=El+Paso',
      '.leaflet-popup',
      async (page) => {
        await page.locator('.pin button', { hasText: '+' }).first().click();
        await page.locator('.pin-choices button').first().waitFor();
      },
    ],
    [
      'the place that a pin stands for',
      '?near=Laredo&service=shelter',
      '.card:focus-within',
      async (page) => {
        await page.locator('.pin button').getByText(/^\d+$/).first().click();
        await page.locator('.card h3:focus').waitFor();
      },
    ],
    [
      'the ways to share',
      'listing/annunciation-house',
      'article',
      async (page) => {
        for (const summary of await page.locator('article summary').all()) await summary.click();
        await page.locator('.share-ways').waitFor();
      },
    ],
    [
      'the suggestions of places',
      '',
      '[role=listbox]',
      async (page) => {
        await page.getByRole('combobox').first().fill('El Pas');
        await page.getByRole('option').first().waitFor();
      },
    ],
  ];

  it.each(unfolded)('%s: axe finds nothing', async (_, path, opened, unfold) => {
    const { page, close } = await open(`/${language}/${path}`);
    await unfold(page);
    expect(await smallTargets(page)).toEqual([]);
    expect(await findingsInEveryLook(page, opened)).toEqual([]);
    await close();
  });
});

it('without a network axe finds nothing either', async () => {
  const { page, close } = await site.visit('/ar/', {
    ...KEEPS_COPY,
    viewport: PHONE,
    bypassCSP: true,
  });
  await untilKept(page, 'ar');
  await loseNetwork(page);
  await page.goto(`${site.server.address}/ar/?near=El+Paso`);
  await page.locator('.offline').waitFor();
  await seeMap(page);
  expect(await smallTargets(page)).toEqual([]);
  expect(await findingsInEveryLook(page)).toEqual([]);
  await close();
});

import type { Page } from 'playwright-core';
import type { Language } from '#site';
import { axeFindings } from '../support/axe.ts';
import { clippedTexts, sidewaysParts, smallTargets } from '../support/measures.ts';
import { pathsOf } from '../support/paths.ts';
import { DESK, PHONE, seeMap, testSite } from '../support/test-site.ts';

/** A window of 1280 by 1024 at 400 %, and a small phone (WCAG 1.4.10). */
const NARROW = [
  { width: 320, height: 256 },
  { width: 320, height: 640 },
];
/** What a reader may set, and nothing may be lost (WCAG 1.4.12). */
const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

const LOOKS = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const;

const site = testSite();

/** A page with all that is drawn on it. */
async function open(path: string, javaScriptEnabled = true) {
  const visit = await site.visit(path, {
    viewport: PHONE,
    bypassCSP: true,
    // What is fading in has less contrast than what has come.
    reducedMotion: 'reduce',
    javaScriptEnabled,
    serviceWorkers: 'block',
  });
  if (javaScriptEnabled && (await visit.page.locator('.map').count()) > 0) {
    await seeMap(visit.page);
    await visit.page.waitForLoadState('networkidle');
  }
  return visit;
}

/** What axe finds on a phone and at a desk, in light and in dark. */
async function findingsInEveryLook(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const [colorScheme, what] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      const found = await axeFindings(page, what);
      findings.push(...found.map((one) => `${viewport.width} ${colorScheme} ${one}`));
    }
  }
  return findings;
}

async function tooWide(page: Page): Promise<string[]> {
  const parts: string[] = [];
  for (const viewport of NARROW) {
    await page.setViewportSize(viewport);
    parts.push(...(await sidewaysParts(page)));
  }
  return parts;
}

async function setTextWide(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, WIDE_TEXT);
}

const both = (['en', 'ar'] as const).flatMap((language) => pathsOf(language));

it.each(both)('%s: axe finds nothing, and a finger finds every target', async (path) => {
  const { page, close } = await open(path);
  expect(await smallTargets(page)).toEqual([]);
  expect(await findingsInEveryLook(page)).toEqual([]);
  await close();
});

it.each((['en', 'ar', 'ru', 'fr'] as Language[]).map((language) => [language]))(
  'in %s every page fits a narrow window, and keeps its text when that is set wider',
  async (language) => {
    const { page, close } = await open(`/${language}/`, false);
    for (const path of pathsOf(language)) {
      await page.goto(new URL(path, site.server.address).href);
      expect([path, await tooWide(page)]).toEqual([path, []]);
      await setTextWide(page);
      expect([path, await tooWide(page), await clippedTexts(page)]).toEqual([path, [], []]);
    }
    await close();
  },
);

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
    const { page, close } = await open(`/${language}/${path}`);
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

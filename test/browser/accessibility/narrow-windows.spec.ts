import type { Page } from 'playwright-core';
import type { Language } from '#site';
import { clippedTexts, sidewaysParts } from '../support/measures.ts';
import { pathsOf } from '../support/paths.ts';
import { PHONE, testSite } from '../support/test-site.ts';

/** A window of 1280 by 1024 at 400 %, and a small phone (WCAG 1.4.10). */
const NARROW = [
  { width: 320, height: 256 },
  { width: 320, height: 640 },
];
/** What a reader may set, and nothing may be lost (WCAG 1.4.12). */
const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

const site = testSite();

it.each((['en', 'ar', 'ru', 'fr'] as Language[]).map((language) => [language]))(
  'in %s every page fits a narrow window, and keeps its text when that is set wider',
  async (language) => {
    const { page, close } = await site.visit(`/${language}/`, {
      viewport: PHONE,
      bypassCSP: true,
      reducedMotion: 'reduce',
      javaScriptEnabled: false,
    });
    for (const path of pathsOf(language)) {
      await page.goto(new URL(path, site.server.address).href);
      expect([path, await tooWide(page)]).toEqual([path, []]);
      await setTextWide(page);
      expect([path, await tooWide(page), await clippedTexts(page)]).toEqual([path, [], []]);
    }
    await close();
  },
);

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

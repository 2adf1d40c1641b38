import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { DESK, PHONE, seeMap, type TestSite, type Visit } from './test-site.ts';

const LOOKS = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const;

/** A page with all that is drawn on it. */
export async function openDrawn(site: TestSite, path: string): Promise<Visit> {
  const visit = await site.visit(path, {
    viewport: PHONE,
    bypassCSP: true,
    // What is fading in has less contrast than what has come.
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  if ((await visit.page.locator('.map').count()) > 0) {
    await seeMap(visit.page);
    await visit.page.waitForLoadState('networkidle');
  }
  return visit;
}

/** What axe finds on a phone and at a desk, in light and in dark. */
export async function findingsInEveryLook(page: Page): Promise<string[]> {
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

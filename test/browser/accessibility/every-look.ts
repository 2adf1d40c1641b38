import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { DESK, PHONE, seeMap, type TestSite, type Visit } from '../support/test-site.ts';

const LOOKS = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const;

/** Opens pages with all that is drawn on them. */
export function tourOfDrawnPages(site: TestSite): (path: string) => Promise<Visit> {
  const open = site.tour({
    viewport: PHONE,
    bypassCSP: true,
    // What is fading in has less contrast than what has come.
    reducedMotion: 'reduce',
  });
  return async (path) => {
    const visit = await open(path);
    await visit.page.setViewportSize(PHONE);
    await visit.page.emulateMedia({ colorScheme: 'light' });
    if ((await visit.page.locator('.map').count()) > 0) {
      await seeMap(visit.page);
      await visit.page.waitForLoadState('networkidle');
    }
    return visit;
  };
}

/**
 * What axe finds on a phone and at a desk, in light and in dark.
 *
 * @param opened a selector of what the reader has opened: once the whole page was looked at with
 * it, the rest is looked at where every page is
 */
export async function findingsInEveryLook(page: Page, opened?: string): Promise<string[]> {
  const findings: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const [colorScheme, what] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      const whole = viewport === PHONE && what === 'everything';
      const found = await axeFindings(page, what, whole ? undefined : opened);
      findings.push(...found.map((one) => `${viewport.width} ${colorScheme} ${one}`));
    }
  }
  return findings;
}

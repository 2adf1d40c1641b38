import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22a',
  'wcag22aa',
  'best-practice',
];
/** All that another colour scheme can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

interface Axe {
  run(
    context: { include: string[][] },
    options: { runOnly: readonly string[]; resultTypes: string[]; preload: { assets: string[] } },
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/**
 * What axe finds on a page as it stands now: rule, element and reason.
 *
 * @param what `colours`: the page was looked at before, in another colour scheme
 * @param part a selector, where the rest of the page was looked at before
 */
export async function axeFindings(
  page: Page,
  what: 'everything' | 'colours',
  part = 'html',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const runOnly = what === 'everything' ? EVERYTHING : COLOURS;
  return await page.evaluate(
    async ([selector, rules]) => {
      const { axe } = window as unknown as { axe: Axe };
      // No rule of these reads style sheets.
      const options = {
        runOnly: rules,
        resultTypes: ['violations'],
        preload: { assets: ['media'] },
      };
      const { violations } = await axe.run({ include: [[selector]] }, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
      );
    },
    [part, runOnly] as const,
  );
}

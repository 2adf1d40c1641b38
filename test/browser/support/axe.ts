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
const FIRST_OF_ITS_COLOURS = '[data-first-of-its-colours]';

interface Axe {
  configure(spec: { rules: { id: string; selector: string }[] }): void;
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
  await markColours(page, part);
  const runOnly = what === 'everything' ? EVERYTHING : COLOURS;
  return await page.evaluate(
    async ([rules, included, first]) => {
      const { axe } = window as unknown as { axe: Axe };
      axe.configure({ rules: [{ id: 'color-contrast', selector: first }] });
      const options = {
        runOnly: rules,
        resultTypes: ['violations'],
        // No rule of these reads style sheets.
        preload: { assets: ['media'] },
      };
      const { violations } = await axe.run({ include: [[included]] }, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
      );
    },
    [runOnly, part, FIRST_OF_ITS_COLOURS] as const,
  );
}

/**
 * Marks the first of all elements with text that have the same colours, with the same behind them:
 * what axe finds of one holds for the others, and most of its time goes into them.
 */
async function markColours(page: Page, part: string): Promise<void> {
  await page.evaluate(
    ([selector, mark]) => {
      const seen = new Set<string>();
      const looks = new Map<Element, string>();
      const lookOf = (element: Element): string => {
        const known = looks.get(element);
        if (known !== undefined) return known;
        const style = getComputedStyle(element);
        const own = [
          style.color,
          style.backgroundColor,
          style.backgroundImage,
          style.opacity,
          style.filter,
          style.mixBlendMode,
          style.textShadow,
          style.textDecorationLine,
          style.fontSize,
          style.fontWeight,
          style.position,
          style.borderBlockEndStyle,
        ];
        const behind = element.parentElement ? lookOf(element.parentElement) : '';
        const look = `${own.join(';')} < ${behind}`;
        looks.set(element, look);
        return look;
      };
      const hasText = (element: Element) =>
        element.matches('input, select, textarea') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
      for (const root of document.querySelectorAll(selector)) {
        for (const element of [root, ...root.querySelectorAll('*')]) {
          if (!element.checkVisibility() || !hasText(element)) continue;
          const look = `${element.localName} ${lookOf(element)}`;
          if (!seen.has(look)) element.setAttribute(mark, '');
          seen.add(look);
        }
      }
    },
    [part, FIRST_OF_ITS_COLOURS.slice(1, -1)] as const,
  );
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

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

/** The colours that were looked at in a visit or on a tour, by a number that stands for them. */
const looked = new WeakMap<BrowserContext, Set<number>>();

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
  const marked = await markColours(page, part);
  if (what === 'colours' && marked === 0) return [];
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
 * Marks the first of all elements with text that have the same colours, with the same behind them,
 * unless one was looked at before: what axe finds of one holds for the others, and most of its time
 * goes into them.
 *
 * @returns how many are marked
 */
async function markColours(page: Page, part: string): Promise<number> {
  const before = looked.get(page.context()) ?? new Set();
  looked.set(page.context(), before);
  const found = await page.evaluate(
    ([known, selector, mark]) => {
      const seen = new Set(known);
      const marked: number[] = [];
      const looks = new Map<Element, string>();
      const lookOf = (element: Element): string => {
        const again = looks.get(element);
        if (again !== undefined) return again;
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
          style.borderBlockEndStyle,
          style.fontSize,
          style.fontWeight,
          style.position,
        ];
        const behind = element.parentElement ? lookOf(element.parentElement) : '';
        const look = `${own.join(';')} < ${behind}`;
        looks.set(element, look);
        return look;
      };
      /** 53 bits, by the function of Fowler, Noll and Vo. */
      const numberOf = (text: string): number => {
        let [low, high] = [0x811c9dc5, 0x01000193];
        for (let at = 0; at < text.length; at++) {
          low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
          high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 7);
        }
        return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
      };
      const hasText = (element: Element) =>
        element.matches('input, select, textarea') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      // What lies on the map has other things behind it than its ancestors.
      const place = (element: Element) => (element.closest('.map') ? location.href : '');
      for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
      for (const root of document.querySelectorAll(selector)) {
        for (const element of [root, ...root.querySelectorAll('*')]) {
          if (!element.checkVisibility() || !hasText(element)) continue;
          const look = numberOf(`${place(element)} ${element.localName} ${lookOf(element)}`);
          if (seen.has(look)) continue;
          seen.add(look);
          marked.push(look);
          element.setAttribute(mark, '');
        }
      }
      return marked;
    },
    [[...before], part, FIRST_OF_ITS_COLOURS.slice(1, -1)] as const,
  );
  for (const look of found) before.add(look);
  return found.length;
}

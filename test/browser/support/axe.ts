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

/** The looks of elements that were looked at in a visit or on a tour. */
const looked = new WeakMap<BrowserContext, Set<string>>();

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
 * Marks the first of all elements with text that look the same, with the same behind them, unless
 * one was looked at before: what axe finds of its colours holds for the others, and most of its
 * time goes into them.
 *
 * @returns how many are marked
 */
async function markColours(page: Page, part: string): Promise<number> {
  const before = looked.get(page.context()) ?? new Set();
  looked.set(page.context(), before);
  const found = await page.evaluate(
    ([known, selector, mark]) => {
      const seen = new Set(known);
      const text = (style: CSSStyleDeclaration) =>
        [style.color, style.fontSize, style.fontWeight, style.textShadow, style.textDecorationLine]
          .concat(style.borderBlockEndStyle)
          .join();
      const ground = (style: CSSStyleDeclaration) =>
        [style.backgroundColor, style.backgroundImage, style.opacity, style.filter]
          .concat(style.mixBlendMode, style.position)
          .join();
      const bare = 'rgba(0, 0, 0, 0),none,1,none,normal,static';
      const lookOf = (element: Element): string => {
        const parts = [element.localName, text(getComputedStyle(element))];
        // A link is told from the text around it.
        if (element.parentElement) parts.push(text(getComputedStyle(element.parentElement)));
        // What lies on the map has other things behind it than its ancestors.
        if (element.closest('.map')) parts.push(location.href);
        for (let at: Element | null = element; at; at = at.parentElement)
          parts.push(ground(getComputedStyle(at)));
        return parts.filter((one) => one !== bare).join(' < ');
      };
      const hasText = (element: Element) =>
        element.matches('input, select, textarea') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
      const elements = document.querySelectorAll(`:is(${selector}), :is(${selector}) *`);
      const marked: string[] = [];
      for (const element of elements) {
        if (!element.checkVisibility() || !hasText(element)) continue;
        const look = lookOf(element);
        if (seen.has(look)) continue;
        seen.add(look);
        marked.push(look);
        element.setAttribute(mark, '');
      }
      return marked;
    },
    [[...before], part, FIRST_OF_ITS_COLOURS.slice(1, -1)] as const,
  );
  for (const look of found) before.add(look);
  return found.length;
}

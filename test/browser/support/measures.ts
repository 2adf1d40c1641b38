import type { Page } from 'playwright-core';

const TARGET_PIXELS = 44;

/**
 * What can be pressed and is smaller than 44 by 44 CSS pixels, with its size. A link within a
 * sentence is as high as its line (the exception of WCAG 2.5.8), and so not measured; a box to tick
 * is as big as its label.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate((least) => {
    const inSentence = (target: Element) => {
      const own = target.textContent ?? '';
      const beside = target.closest('p, dd')?.textContent?.replace(own, '').trim() ?? '';
      return getComputedStyle(target).display === 'inline' && beside !== '';
    };
    const targets = document.querySelectorAll(
      'a[href], button, input, select, summary, [role=option], [tabindex="0"]:not(.map)',
    );
    return [...targets]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => !inSentence(target))
      .map((target) => ({
        target,
        box: (target.closest('label') ?? target).getBoundingClientRect(),
      }))
      .filter(({ box }) => Math.min(box.width, box.height) < least - 0.01)
      .map(
        ({ target, box }) =>
          `${Math.round(box.width)}x${Math.round(box.height)} ${target.outerHTML.slice(0, 100)}`,
      );
  }, TARGET_PIXELS);
}

/** What makes the page wider than its window. */
export async function sidewaysParts(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((part) => {
      const { left, right } = part.getBoundingClientRect();
      return right > root.clientWidth + 1 || left < -1;
    });
    return [
      `page ${root.scrollWidth} > ${root.clientWidth}`,
      ...beyond.map((part) => part.outerHTML.slice(0, 100)),
    ];
  });
}

/** The boxes that cut off some of their text. */
export async function clippedTexts(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const clips = (part: Element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(part);
      // Meant to be heard alone.
      if (clipPath === 'inset(50%)') return false;
      const wide = overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1;
      const high = overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 1;
      return (wide && overflowX !== 'auto') || (high && overflowY !== 'auto');
    };
    return [...document.querySelectorAll('body *')]
      .filter((part) => !part.closest('.only-heard, .map, select') && part.checkVisibility())
      .filter((part) => part.textContent?.trim() && clips(part))
      .map((part) => part.outerHTML.slice(0, 100));
  });
}

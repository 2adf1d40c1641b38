import type { Page } from 'playwright-core';

const MAX_STOPS = 400;

/** Where the focus is now. */
interface Stop {
  /** What is wrong with how it shows; empty when a reader can see where they are. */
  faults: string[];
  /** Whether it is on what was looked for. */
  found: boolean;
}

/** What is wrong with how the focus shows now; empty when a reader can see where they are. */
export async function focusFaults(page: Page): Promise<string[]> {
  return (await lookAtFocus(page, '*')).faults;
}

async function lookAtFocus(page: Page, wanted: string): Promise<Stop> {
  return await page.evaluate(async (selector) => {
    // The map goes where the focus is with the next frame.
    const frames = document.activeElement?.closest('.map') ? 2 : 0;
    for (let frame = 0; frame < frames; frame++)
      await new Promise((next) => requestAnimationFrame(next));
    const now = document.activeElement;
    if (!now || now === document.body) return { faults: ['the focus is lost'], found: false };
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind = now.parentElement;
    while (behind && channels(getComputedStyle(behind).backgroundColor)[3] === 0)
      behind = behind.parentElement;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(now);
    const pair = [outlineColor, getComputedStyle(behind ?? document.body).backgroundColor]
      .map(luminance)
      .sort((dark, light) => light - dark) as [number, number];
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    const { left, top, right, bottom } = now.getClientRects()[0] ?? new DOMRect();
    const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const shows = [0.05, 0.5, 0.95].some((across) =>
      [0.05, 0.5, 0.95].some((down) => {
        const [x, y] = [fromX + (toX - fromX) * across, fromY + (toY - fromY) * down];
        const seen = document.elementFromPoint(x, y);
        return seen !== null && now.contains(seen);
      }),
    );
    const what = now.outerHTML.slice(0, 100);
    const faults = [
      outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? `no outline: ${what}` : '',
      contrast < 3 ? `contrast of the outline ${contrast.toFixed(1)}: ${what}` : '',
      shows ? '' : `out of sight: ${what}`,
    ].filter(Boolean);
    return { faults, found: now.matches(selector) };
  }, wanted);
}

/** Presses Tab until the focus is on what a selector means; at each stop it must be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const { faults, found } = await lookAtFocus(page, selector);
    expect(faults).toEqual([]);
    if (found) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

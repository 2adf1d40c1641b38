import type { Page } from 'playwright-core';

/** Waits until the page of a language, its files and the directory are kept on the device. */
export async function untilKept(page: Page, language = 'en'): Promise<void> {
  await untilCached(page, '/snapshot');
  await untilCached(page, `/${language}/offline`);
}

/** Waits until something is kept under a path. */
export async function untilCached(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    // A look with every frame would slow down what it waits for.
    while (!(await caches.match(wanted))) await new Promise((look) => setTimeout(look, 100));
  }, path);
}

/** As in a place without any network. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

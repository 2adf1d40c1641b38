import type { Page } from 'playwright-core';

/** Waits until the page of a language, its files and the directory are kept on the device. */
export async function untilKept(page: Page, language = 'en'): Promise<void> {
  await page.evaluate(async (shell) => {
    const kept = async () => (await caches.match('/snapshot')) && (await caches.match(shell));
    while (!(await kept())) await new Promise((look) => requestAnimationFrame(look));
  }, `/${language}/offline`);
}

/** Waits until something is kept under a path. */
export async function untilCached(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    while (!(await caches.match(wanted))) await new Promise((look) => requestAnimationFrame(look));
  }, path);
}

/** As in a place without any network. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

import type { Page } from 'playwright-core';

/** Waits until the English page, its files and the directory are kept on the device. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const kept = async () =>
      (await caches.match('/snapshot')) && (await caches.match('/en/offline'));
    while (!(await kept())) await new Promise((look) => requestAnimationFrame(look));
  });
}

/** As in a place without any network. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

import { stopCaching } from './cache-site.ts';

/** Deletes the copy of the directory, the cached files and everything else this site has stored. */
export async function clearSiteData(): Promise<void> {
  await stopCaching();
  localStorage.clear();
  if ('caches' in globalThis) {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

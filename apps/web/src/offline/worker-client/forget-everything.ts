import { stopCaching } from './cache-site.ts';

/** Removes the copy of the directory, the kept files and all else that this site stored here. */
export async function forgetEverything(): Promise<void> {
  await stopCaching();
  localStorage.clear();
  if ('caches' in globalThis) {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

import { pageResponse } from './page-response.ts';
import { settings } from './settings.ts';
import { cacheFiles, deleteOldCaches, fileResponse } from './stored-files.ts';

// The type definitions do not know that `self` is a service worker.
const worker = self as unknown as ServiceWorkerGlobalScope;

/** The API, the console and links that are good once: they are never stored or replaced. */
const OF_OTHERS = /^\/(v1|admin|confirm)(\/|$)/;

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  const { files, shell } = event.data as { files: string[]; shell: string };
  const [port] = event.ports;
  event.waitUntil(cacheFiles(files, shell).finally(() => port?.postMessage('done')));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (OF_OTHERS.test(pathname) || pathname + search === settings.networkPage) return;
  if (request.mode === 'navigate') event.respondWith(pageResponse(request));
  else if (!pathname.startsWith('/tiles/')) event.respondWith(fileResponse(request));
});

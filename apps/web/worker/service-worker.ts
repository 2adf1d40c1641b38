// The type definitions do not know that `self` is a service worker.
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Increment it when the cached files must be fetched again. */
const FILES_CACHE = 'amparo-files-1';
const PAGE_TIMEOUT_MS = 5000;
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
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (OF_OTHERS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (!pathname.startsWith('/tiles/')) event.respondWith(file(request));
});

/** Returns the page, or without a network the empty page of its language. */
async function page(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) });
  } catch (error) {
    const [, language] = pathname.split('/');
    const files = await caches.open(FILES_CACHE);
    const shell = (await files.match(`/${language}/offline`)) ?? (await anyShell(files));
    if (shell) return shell;
    throw error;
  }
}

async function anyShell(files: Cache): Promise<Response | undefined> {
  const shells = (await files.keys()).filter(({ url }) => url.endsWith('/offline'));
  return shells[0] ? await files.match(shells[0]) : undefined;
}

/**
 * Built files are immutable and served from the cache; others are fetched, with the cache as
 * fallback.
 */
async function file(request: Request): Promise<Response> {
  const cached = await caches.match(request);
  if (cached && new URL(request.url).pathname.startsWith('/assets/')) return cached;
  try {
    return await fetch(request);
  } catch (error) {
    if (cached) return cached;
    throw error;
  }
}

/** @param shell the empty page, cached last, so that all files it needs are cached with it */
async function cacheFiles(paths: string[], shell: string): Promise<void> {
  const files = await caches.open(FILES_CACHE);
  await Promise.all(
    paths.map(async (path) => {
      if (path.startsWith('/assets/') && (await files.match(path))) return;
      await files.add(path);
    }),
  );
  await files.add(shell);
  const current = new Map(paths.map((path) => [withoutHash(path), path]));
  const old = (await files.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return (current.get(withoutHash(pathname)) ?? pathname) !== pathname;
  });
  await Promise.all(old.map((request) => files.delete(request)));
}

/** Returns the name of a file without its build hash: `/assets/browser.js`. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

async function deleteOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('amparo-files') && name !== FILES_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

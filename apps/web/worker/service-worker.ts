// The types of a worker know no better of what `self` is.
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Raise it when what is kept must be fetched anew. */
const FILES = 'amparo-files-1';
const PATIENCE_MS = 5000;

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldFiles().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  const { files, shell } = event.data as { files: string[]; shell: string };
  const [asker] = event.ports;
  event.waitUntil(keepFiles(files, shell).finally(() => asker?.postMessage('done')));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (!/^\/(v1|tiles)\//.test(pathname)) event.respondWith(file(request));
});

/** The page itself, or without a network the empty one of its language. */
async function page(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const [, language] = pathname.split('/');
    const files = await caches.open(FILES);
    const shell = (await files.match(`/${language}/offline`)) ?? (await anyShell(files));
    if (shell) return shell;
    throw error;
  }
}

async function anyShell(files: Cache): Promise<Response | undefined> {
  const shells = (await files.keys()).filter(({ url }) => url.endsWith('/offline'));
  return shells[0] ? await files.match(shells[0]) : undefined;
}

/** Built files never change under their name; others are asked for, and kept for want of better. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept && new URL(request.url).pathname.startsWith('/assets/')) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** @param shell an empty page; where it is kept, all that it needs is kept */
async function keepFiles(paths: string[], shell: string): Promise<void> {
  const files = await caches.open(FILES);
  await Promise.all(
    paths.map(async (path) => {
      if (path.startsWith('/assets/') && (await files.match(path))) return;
      await files.add(path);
    }),
  );
  await files.add(shell);
  const named = new Map(paths.map((path) => [withoutHash(path), path]));
  const old = (await files.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return (named.get(withoutHash(pathname)) ?? pathname) !== pathname;
  });
  await Promise.all(old.map((request) => files.delete(request)));
}

/** What the files of different builds have in common: `/assets/browser.js`. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

async function forgetOldFiles(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('amparo-files') && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

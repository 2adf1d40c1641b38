import { attempt, isForeign } from './network.ts';
import { settings, type WorkerTexts } from './settings.ts';

/** Increment it when the cached files must be fetched again. */
const FILES_CACHE = 'amparo-files-1';

/** Returns the empty page of a language; undefined if it is not stored. */
export async function storedShell(language: string): Promise<Response | undefined> {
  return await (await caches.open(FILES_CACHE)).match(shellPath(language));
}

/** Returns the texts of the worker by language; undefined if they are not stored. */
export async function storedTexts(): Promise<Record<string, WorkerTexts> | undefined> {
  return await (await (await caches.open(FILES_CACHE)).match(settings.texts))?.json();
}

/** Lists the languages whose empty page is stored, the one that was stored last first. */
export async function storedLanguages(): Promise<string[]> {
  const keys = await (await caches.open(FILES_CACHE)).keys();
  return keys
    .map(({ url }) => new URL(url).pathname)
    .filter((path) => path === shellPath(path.split('/')[1] ?? ''))
    .map((path) => path.split('/')[1] as string)
    .reverse();
}

const shellPath = (language: string) => `/${language}/offline`;

/**
 * Built files are immutable and served from the cache; others are fetched, with the cache as
 * fallback.
 */
export async function fileResponse(request: Request): Promise<Response> {
  const cached = await caches.match(request);
  if (!cached) return await fetch(request);
  if (new URL(request.url).pathname.startsWith('/assets/')) return cached;
  const { inTime, abort } = attempt(request);
  const response = await inTime;
  if (response instanceof Response) return response;
  abort();
  return cached;
}

/** @param shell the empty page, cached last, so that all files it needs are cached with it */
export async function cacheFiles(paths: string[], shell: string): Promise<void> {
  const files = await caches.open(FILES_CACHE);
  await Promise.all(
    paths.map(async (path) => {
      if (path.startsWith('/assets/') && (await files.match(path))) return;
      await addFile(files, path);
    }),
  );
  await addFile(files, shell);
  const current = new Map(paths.map((path) => [withoutHash(path), path]));
  const old = (await files.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return (current.get(withoutHash(pathname)) ?? pathname) !== pathname;
  });
  await Promise.all(old.map((request) => files.delete(request)));
}

export async function deleteOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('amparo-files') && name !== FILES_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A page for signing in must not be stored as a file of ours. */
async function addFile(files: Cache, path: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok || isForeign(response)) throw new TypeError(`${path} did not arrive.`);
  await files.put(path, response);
}

/** Returns the name of a file without its build hash: `/assets/browser.js`. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

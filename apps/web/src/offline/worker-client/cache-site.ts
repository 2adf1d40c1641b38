import type { Language } from '../../i18n/languages.ts';
import type { Vocabulary } from '../../i18n/vocabulary.tsx';
import { cacheResponses } from '../store/cached-responses.ts';
import { refreshSnapshot } from '../store/refresh-snapshot.ts';
import { readStoredSnapshot } from '../store/snapshot-store.ts';
import { BORDER, DEFERRED_ASSETS, WORKER_TEXTS } from './deferred-assets.ts';

/** The files of the base map. */
const BASE_MAP = ['/basemap/shapes.json', '/basemap/towns.json'];
/** Names of places that are not on the base map. */
const PLACES = '/basemap/places.json';

/** The current page. */
export interface CurrentPage {
  language: Language;
  vocabulary: Vocabulary;
  /** Whether it is a long text; its visitor may also want the other long texts offline. */
  isLongText: boolean;
}

/**
 * Caches everything needed to use the site offline: the files of this page, the map, an empty page
 * in its language, and the directory. Does nothing if the browser does not support it.
 */
export async function cacheSite({ vocabulary, language, isLongText }: CurrentPage): Promise<void> {
  if (!('serviceWorker' in navigator) || stopped) return;
  caching = cacheAll(vocabulary, language, isLongText);
  await caching;
}

let caching: Promise<void> = Promise.resolve();
let stopped = false;

/** Stops caching for this page; resolves when pending work has ended. */
export async function stopCaching(): Promise<void> {
  stopped = true;
  await caching.catch(() => {
    // A failed attempt need not be stopped.
  });
}

async function cacheAll(
  vocabulary: Vocabulary,
  language: Language,
  isLongText: boolean,
): Promise<void> {
  // A first visit already has enough to fetch.
  const cacheLongTexts = isLongText || (await readStoredSnapshot()) !== null;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const later = cacheLongTexts ? [WORKER_TEXTS, BORDER, PLACES] : [];
  const files = [...new Set([...loadedFiles(), ...deferredFiles(), ...BASE_MAP, ...later])];
  await Promise.all([
    active && cacheFiles(active, { files, shell: `/${language}/offline` }),
    // The directory first, because it matters most when the network fails.
    refreshSnapshot({ vocabulary, language }).then(async () => {
      if (cacheLongTexts) await cacheResponses(language);
    }),
  ]);
}

/** Resolves when the service worker has cached the files or failed. */
async function cacheFiles(worker: ServiceWorker, message: object): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const completed = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  worker.postMessage(message, [port2]);
  await completed;
  port1.close();
}

/** Lists the files of the map, which may not have been visible yet, and of other pages. */
function deferredFiles(): string[] {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name=${DEFERRED_ASSETS}]`);
  return meta?.content.split(' ').filter(Boolean) ?? [];
}

/**
 * Lists the scripts, styles and images that this page has loaded from our server. Street tiles are
 * excluded, because on the device they would reveal which part of a town the visitor looked at.
 */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && !/^\/(v1|tiles)\//.test(pathname),
    )
    .map(({ pathname }) => pathname);
}

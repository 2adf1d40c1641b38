import type { Language } from '../../i18n/languages.ts';
import type { Vocabulary } from '../../i18n/vocabulary.tsx';
import { cacheResponses } from '../store/cached-responses.ts';
import { refreshSnapshot } from '../store/refresh-snapshot.ts';
import { readStoredSnapshot } from '../store/snapshot-store.ts';
import { DEFERRED_ASSETS } from './deferred-assets.ts';

/** What the map draws by itself. */
const BASE_MAP = ['/basemap/shapes.json', '/basemap/towns.json'];

/** The page that the reader is on. */
export interface CurrentPage {
  language: Language;
  vocabulary: Vocabulary;
  /** Whether it is a long text: its reader may want the other long texts without a network. */
  isLongText: boolean;
}

/**
 * Keeps what is needed to use the site without a network: the files of this page, the map, an empty
 * page in its language, and the directory. Where the browser cannot, nothing is lost.
 */
export async function cacheSite({ vocabulary, language, isLongText }: CurrentPage): Promise<void> {
  if (!('serviceWorker' in navigator) || stopped) return;
  keeping = keep(vocabulary, language, isLongText);
  await keeping;
}

let keeping: Promise<void> = Promise.resolve();
let stopped = false;

/** Keeps nothing more for this page; settles when nothing is being kept any more. */
export async function stopCaching(): Promise<void> {
  stopped = true;
  await keeping.catch(() => {
    // What could not be kept need not be stopped.
  });
}

async function keep(vocabulary: Vocabulary, language: Language, readsLong: boolean): Promise<void> {
  // A first visit has enough to fetch.
  const keepsLong = readsLong || (await readStoredSnapshot()) !== null;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const files = [...new Set([...loadedFiles(), ...laterFiles(), ...BASE_MAP])];
  await Promise.all([
    active && filesKept(active, { files, shell: `/${language}/offline` }),
    // The directory first: it is what helps when the network goes.
    refreshSnapshot({ vocabulary, language }).then(async () => {
      if (keepsLong) await cacheResponses(language);
    }),
  ]);
}

/** Settles when the worker has kept the files, or has given up. */
async function filesKept(worker: ServiceWorker, wanted: object): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  worker.postMessage(wanted, [port2]);
  await answered;
  port1.close();
}

/** The files of the map, which may not have come into view yet, and of other pages. */
function laterFiles(): string[] {
  const named = document.querySelector<HTMLMetaElement>(`meta[name=${DEFERRED_ASSETS}]`);
  return named?.content.split(' ').filter(Boolean) ?? [];
}

/**
 * The scripts, styles and pictures that this page has loaded from our own server. Tiles of streets
 * are not among them: kept on the device they would tell which part of a town was looked at.
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

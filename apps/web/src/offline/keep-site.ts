import type { Vocabulary } from '../site/vocabulary.tsx';
import { refreshSnapshot } from './refresh-snapshot.ts';

/** What the map draws by itself. */
const MAP_FILES = ['/basemap/shapes.json', '/basemap/towns.json'];

/**
 * Keeps what is needed to use the site without a network: the files of this page, the map, an empty
 * page in its language, and the directory. Where the browser cannot, nothing is lost.
 */
export async function keepSite(vocabulary: Vocabulary): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const [, language] = location.pathname.split('/');
  active?.postMessage({
    files: [...new Set([...loadedFiles(), ...MAP_FILES])],
    shell: `/${language}/offline`,
  });
  await refreshSnapshot(vocabulary);
}

/** The scripts, styles and pictures that this page has loaded from our own server. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/v1/'))
    .map(({ pathname }) => pathname);
}

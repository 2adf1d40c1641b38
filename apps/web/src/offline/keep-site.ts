import type { Vocabulary } from '../site/vocabulary.tsx';
import { MAP_FILES } from './map-files.ts';
import { refreshSnapshot } from './refresh-snapshot.ts';

/** What the map draws by itself. */
const BASE_MAP = ['/basemap/shapes.json', '/basemap/towns.json'];

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
    files: [...new Set([...loadedFiles(), ...mapFiles(), ...BASE_MAP])],
    shell: `/${language}/offline`,
  });
  await refreshSnapshot(vocabulary);
}

/** The files of the map, which may not have come into view yet. */
function mapFiles(): string[] {
  const named = document.querySelector<HTMLMetaElement>(`meta[name=${MAP_FILES}]`);
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

import type { Snapshot } from '#contract';
import type { Vocabulary } from '../../i18n/vocabulary.tsx';

/** The copy of the directory on this device. */
export interface StoredSnapshot {
  snapshot: Snapshot;
  vocabulary: Vocabulary;
  /** The languages of its texts beside English. */
  languages: string[];
  /** The codes of the regions that it holds; none: all. */
  regions: string[];
  /** RFC 3339: when it was last compared with the server. */
  at: string;
}

export const DIRECTORY_CACHE = 'amparo-directory';
const PLACE = '/snapshot';

/** null where there is none, or where the browser keeps nothing. */
export async function readStoredSnapshot(): Promise<StoredSnapshot | null> {
  if (!('caches' in globalThis)) return null;
  const cache = await caches.open(DIRECTORY_CACHE);
  const kept = await cache.match(PLACE);
  // A copy from before there was a choice holds everything.
  return kept ? ({ regions: [], ...(await kept.json()) } as StoredSnapshot) : null;
}

/** Takes the place of what was kept, whole or not at all. */
export async function writeStoredSnapshot(stored: StoredSnapshot): Promise<void> {
  const cache = await caches.open(DIRECTORY_CACHE);
  await cache.put(PLACE, new Response(JSON.stringify(stored)));
}

import type { Snapshot } from '#contract';
import type { Vocabulary } from '../../i18n/vocabulary.tsx';

/** The copy of the directory on this device. */
export interface StoredSnapshot {
  snapshot: Snapshot;
  vocabulary: Vocabulary;
  /** The languages of its texts in addition to English. */
  languages: string[];
  /** The codes of the regions that it contains; empty: all. */
  regions: string[];
  /** RFC 3339: when it was last updated from the server. */
  at: string;
}

export const DIRECTORY_CACHE = 'amparo-directory';
const KEY = '/snapshot';

/** Returns null if there is no copy or storage is unavailable. */
export async function readStoredSnapshot(): Promise<StoredSnapshot | null> {
  if (!('caches' in globalThis)) return null;
  const cache = await caches.open(DIRECTORY_CACHE);
  const response = await cache.match(KEY);
  // Copies of older versions have no regions and contain everything.
  return response ? ({ regions: [], ...(await response.json()) } as StoredSnapshot) : null;
}

/** Replaces the stored copy atomically. */
export async function writeStoredSnapshot(stored: StoredSnapshot): Promise<void> {
  const cache = await caches.open(DIRECTORY_CACHE);
  await cache.put(KEY, new Response(JSON.stringify(stored)));
}

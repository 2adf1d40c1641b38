import { setOfflineCopyInUse } from '../api-client/connection.ts';
import { type ApiClient, fetchJson } from '../api-client/fetch-json.ts';
import { loadTowns } from '../map/layers/towns.ts';
import { coversSurroundings, type QueryPosition } from './local-api/coverage.ts';
import { readStoredSnapshot, type StoredSnapshot } from './store/snapshot-store.ts';

/**
 * Asks the server, and without a network the copy on this device. A question with the device's own
 * position goes to the copy first, where that holds what is around: what is not sent cannot be seen.
 *
 * @throws ProblemError when the question is refused, TypeError without network and copy
 */
export const fetchWithOfflineFallback: ApiClient = async <Answer>(
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Answer> => {
  if (options.body !== undefined) {
    const stored = await readStoredSnapshot();
    if (stored && (await isEnough(stored, options.body as QueryPosition))) {
      return await fetchFromCopy<Answer>(stored, path, options);
    }
  }
  try {
    const answer = await fetchJson<Answer>(path, options);
    // Without a network this was an answer that the browser had kept, up to a minute old.
    if (navigator.onLine) setOfflineCopyInUse(null);
    return answer;
  } catch (error) {
    const stored = error instanceof TypeError ? await readStoredSnapshot() : null;
    if (!stored) throw error;
    const { at, regions } = stored;
    setOfflineCopyInUse({ at, regions });
    return await fetchFromCopy<Answer>(stored, path, options);
  }
};

// A file of its own, kept beside the copy: few pages need it.
async function fetchFromCopy<Answer>(
  stored: StoredSnapshot,
  path: string,
  options: { body?: unknown },
): Promise<Answer> {
  const { localApi } = await import('./local-api/local-api.ts');
  return await localApi(stored)<Answer>(path, options);
}

async function isEnough(stored: StoredSnapshot, at: QueryPosition): Promise<boolean> {
  return stored.regions.length === 0 || coversSurroundings(stored, at, await loadTowns());
}

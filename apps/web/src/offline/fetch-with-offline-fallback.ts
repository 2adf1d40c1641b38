import { setOfflineCopyInUse } from '../api-client/connection.ts';
import { type ApiClient, fetchJson } from '../api-client/fetch-json.ts';
import { loadTowns } from '../map/layers/towns.ts';
import { coversSurroundings, type QueryPosition } from './local-api/coverage.ts';
import { readStoredSnapshot, type StoredSnapshot } from './store/snapshot-store.ts';

/**
 * Sends a request to the server, or without a network to the copy on this device. A request with
 * the device's position uses the copy first if it covers the surroundings, so that the position
 * need not leave the device.
 *
 * @throws ProblemError for an error response, TypeError without network and copy
 */
export const fetchWithOfflineFallback: ApiClient = async <Body>(
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Body> => {
  if (options.body !== undefined) {
    const stored = await readStoredSnapshot();
    if (stored && (await coversPosition(stored, options.body as QueryPosition))) {
      return await fetchFromCopy<Body>(stored, path, options);
    }
  }
  try {
    const response = await fetchJson<Body>(path, options);
    // Without a network this was a response from the browser's cache, up to a minute old.
    if (navigator.onLine) setOfflineCopyInUse(null);
    return response;
  } catch (error) {
    const stored = error instanceof TypeError ? await readStoredSnapshot() : null;
    if (!stored) throw error;
    const { at, regions } = stored;
    setOfflineCopyInUse({ at, regions });
    return await fetchFromCopy<Body>(stored, path, options);
  }
};

// A separate file, cached with the copy, because few pages need it.
async function fetchFromCopy<Body>(
  stored: StoredSnapshot,
  path: string,
  options: { body?: unknown },
): Promise<Body> {
  const { localApi } = await import('./local-api/local-api.ts');
  return await localApi(stored)<Body>(path, options);
}

async function coversPosition(stored: StoredSnapshot, at: QueryPosition): Promise<boolean> {
  return stored.regions.length === 0 || coversSurroundings(stored, at, await loadTowns());
}

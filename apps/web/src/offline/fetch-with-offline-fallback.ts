import { setOfflineCopyInUse } from '../api-client/connection.ts';
import {
  type ApiClient,
  type RequestOptions,
  readJson,
  sendRequest,
} from '../api-client/fetch-json.ts';
import {
  failureOfResponse,
  type NetworkFailure,
  PATIENCE_MS,
} from '../api-client/network-failure.ts';
import type { QueryPosition } from './local-api/coverage.ts';
import { setCopyInUse } from './store/copy-in-use.ts';
import { readStoredSnapshot, type StoredSnapshot } from './store/snapshot-store.ts';

/**
 * Sends a request to the server; if no response of it has begun to arrive in time, the copy on this
 * device responds. Without a copy the server has all the time it needs, and what has
 * begun to arrive is never cut. A request with the device's position uses the copy first if it
 * covers the surroundings, so that the position need not leave the device.
 *
 * @throws ProblemError for an error response, TypeError without a network and copy
 */
export const fetchWithOfflineFallback: ApiClient = async <Body>(
  path: string,
  options: RequestOptions = {},
): Promise<Body> => {
  if (options.body !== undefined) {
    const stored = await readStoredSnapshot();
    const isCovered = stored && (await coversPosition(stored, options.body as QueryPosition));
    if (isCovered) return await fetchFromCopy<Body>(stored, path, options);
  }
  const { response, abort } = startRequest(path, options);
  const failure = await Promise.race([failureOf(response), silence()]);
  const stored = failure ? await readStoredSnapshot() : null;
  if (failure && stored) {
    abort();
    setCopyInUse(stored, failure);
    return await fetchFromCopy<Body>(stored, path, options);
  }
  try {
    const body = await readJson<Body>(await response);
    // Without a network this was a response from the browser's cache, up to a minute old.
    if (navigator.onLine) setOfflineCopyInUse(null);
    return body;
  } catch (error) {
    // The connection broke off.
    const copy = error instanceof TypeError ? await readStoredSnapshot() : null;
    if (!copy) throw error;
    setCopyInUse(copy, 'silent');
    return await fetchFromCopy<Body>(copy, path, options);
  }
};

interface StartedRequest {
  /** When it has begun to arrive. */
  response: Promise<Response>;
  abort(): void;
}

function startRequest(path: string, options: RequestOptions): StartedRequest {
  const own = new AbortController();
  const abort = () => own.abort();
  options.signal?.addEventListener('abort', abort);
  if (options.signal?.aborted) abort();
  return { response: sendRequest(path, { ...options, signal: own.signal }), abort };
}

/** @throws the reason when the request was aborted */
async function failureOf(response: Promise<Response>): Promise<NetworkFailure | null> {
  try {
    return failureOfResponse(await response);
  } catch (error) {
    if (error instanceof TypeError) return 'silent';
    throw error;
  }
}

async function silence(): Promise<NetworkFailure> {
  return await new Promise((resolve) => setTimeout(() => resolve('silent'), PATIENCE_MS));
}

async function coversPosition(stored: StoredSnapshot, at: QueryPosition): Promise<boolean> {
  const copy = await import('./without-server.ts');
  return await copy.coversPosition(stored, at);
}

// A separate file, cached with the copy, because few pages need it.
async function fetchFromCopy<Body>(
  stored: StoredSnapshot,
  path: string,
  options: RequestOptions,
): Promise<Body> {
  const { localApi } = await import('./without-server.ts');
  return await localApi(stored)<Body>(path, options);
}

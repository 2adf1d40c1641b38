import {
  type ApiClient,
  fetchJson,
  ProblemError,
  type RequestOptions,
} from '../../api-client/fetch-json.ts';
import type { NetworkFailure } from '../../api-client/network-failure.ts';
import { setCopyInUse } from '../store/copy-in-use.ts';
import { readStoredSnapshot } from '../store/snapshot-store.ts';
import { localApi } from './local-api.ts';

/**
 * Creates the client of a page that was opened without the server: the copy responds first, and the
 * server is asked for what the copy lacks.
 *
 * @param failure why the page was opened without the server
 */
export function copyFirst(failure: NetworkFailure): ApiClient {
  return async <Body>(path: string, options: RequestOptions = {}): Promise<Body> => {
    const stored = await readStoredSnapshot();
    if (!stored) return await fetchJson<Body>(path, options);
    setCopyInUse(stored, failure);
    try {
      return await localApi(stored)<Body>(path, options);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 404) throw error;
      return await fetchJson<Body>(path, options).catch(() => {
        throw error;
      });
    }
  };
}

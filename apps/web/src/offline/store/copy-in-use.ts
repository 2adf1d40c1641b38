import { setOfflineCopyInUse } from '../../api-client/connection.ts';
import type { NetworkFailure } from '../../api-client/network-failure.ts';
import type { StoredSnapshot } from './snapshot-store.ts';

/** Records that a copy responds instead of the server, and why. */
export function setCopyInUse({ at, regions }: StoredSnapshot, failure: NetworkFailure): void {
  const isOffline = failure === 'silent' && !navigator.onLine;
  setOfflineCopyInUse({ at, regions, failure: isOffline ? 'none' : failure });
}

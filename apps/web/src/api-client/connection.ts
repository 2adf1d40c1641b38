import { useSyncExternalStore } from 'react';
import type { NetworkFailure } from './network-failure.ts';

/** A stored copy of the directory that is used while the server is unreachable. */
export interface OfflineCopy {
  failure: NetworkFailure;
  /** RFC 3339: when it was last updated. */
  at: string;
  /** The codes of the regions that it contains; empty: all. */
  regions: string[];
}

let copyInUse: OfflineCopy | null = null;
const listeners = new Set<() => void>();

/**
 * Sets whether the last response came from the server (null) or from a copy. That nothing has
 * arrived says less than what is already known of a failure.
 */
export function setOfflineCopyInUse(copy: OfflineCopy | null): void {
  if (copy?.failure === 'silent' && copyInUse) return;
  if (copy?.at === copyInUse?.at && copy?.failure === copyInUse?.failure) return;
  copyInUse = copy;
  for (const listener of listeners) listener();
}

/** Returns the copy in use; null while the server responds. */
export function useOfflineCopyInUse(): OfflineCopy | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => copyInUse,
    () => null,
  );
}

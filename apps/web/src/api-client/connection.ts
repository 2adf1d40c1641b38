import { useSyncExternalStore } from 'react';

/** A stored copy of the directory that is used while the server is unreachable. */
export interface OfflineCopy {
  /** RFC 3339: when it was last updated. */
  at: string;
  /** The codes of the regions that it contains; empty: all. */
  regions: string[];
}

let copyInUse: OfflineCopy | null = null;
const listeners = new Set<() => void>();

/** Sets whether the last response came from the server (null) or from a copy. */
export function setOfflineCopyInUse(copy: OfflineCopy | null): void {
  if (copy?.at === copyInUse?.at) return;
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

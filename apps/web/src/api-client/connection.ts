import { useSyncExternalStore } from 'react';

/** A copy that answers instead of the server. */
export interface OfflineCopy {
  /** RFC 3339: how old it is. */
  at: string;
  /** The codes of the regions that it holds; none: all. */
  regions: string[];
}

let answeredFrom: OfflineCopy | null = null;
const listeners = new Set<() => void>();

/** Tells who answered last: the server, or a copy. */
export function setOfflineCopyInUse(copy: OfflineCopy | null): void {
  if (copy?.at === answeredFrom?.at) return;
  answeredFrom = copy;
  for (const listener of listeners) listener();
}

/** The copy that answers instead of the server; null while the server answers. */
export function useOfflineCopyInUse(): OfflineCopy | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => answeredFrom,
    () => null,
  );
}

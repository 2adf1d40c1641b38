import { useSyncExternalStore } from 'react';

/** RFC 3339: how old the copy is that answers now; null: the server itself answers. */
let answeredFrom: string | null = null;
const listeners = new Set<() => void>();

/** Tells who answered last: the server, or the copy of that moment. */
export function setAnsweredFrom(copy: string | null): void {
  if (copy === answeredFrom) return;
  answeredFrom = copy;
  for (const listener of listeners) listener();
}

/** The moment of the copy that answers instead of the server; null while the server answers. */
export function useAnsweredFrom(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => answeredFrom,
    () => null,
  );
}

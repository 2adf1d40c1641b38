import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in what the server sends and while the browser takes it over, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

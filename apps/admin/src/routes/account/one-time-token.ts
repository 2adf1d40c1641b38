import { useEffect, useState } from 'react';

/**
 * Returns the token of a one-time link, which stands behind `#`, so that no server log has it, and
 * removes it from the address, so that no history has it.
 */
export function useOneTimeToken(): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  }, []);
  return token;
}

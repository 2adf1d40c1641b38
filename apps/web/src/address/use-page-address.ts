import { useCallback, useEffect, useState } from 'react';
import { type PageAddress, readAddress, writeAddress } from './page-address.ts';

/** The page's address as state: a change makes an entry in the history, back and forward come here. */
export function usePageAddress(): [PageAddress, (change: Partial<PageAddress>) => void] {
  const [address, setAddress] = useState(() => readAddress(location.search));

  useEffect(function followHistory() {
    const follow = () => setAddress(readAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const change = useCallback((part: Partial<PageAddress>) => {
    const next = { ...readAddress(location.search), ...part };
    if (writeAddress(next) !== writeAddress(readAddress(location.search))) {
      history.pushState(null, '', writeAddress(next));
    }
    setAddress(next);
  }, []);
  return [address, change];
}

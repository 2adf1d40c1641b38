import { useCallback, useEffect, useState } from 'react';
import { formatPageUrl, type PageUrl, parsePageUrl, type SearchParameters } from './page-url.ts';

/** Changes the search of the page and resets it to its first page of results. */
export type ChangeSearch = (change: Partial<SearchParameters>) => void;

/**
 * Manages the page's URL as state: a change adds a history entry, and back and forward are
 * followed.
 */
export function usePageUrl(first: PageUrl): [PageUrl, ChangeSearch] {
  const [address, setAddress] = useState(first);

  useEffect(function followHistory() {
    const follow = () => {
      const now = parsePageUrl(location.pathname, location.search);
      if (now) setAddress(now);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const change = useCallback<ChangeSearch>((part) => {
    setAddress((before) => {
      const next = { ...before, search: { ...before.search, cursor: '', ...part } };
      const url = formatPageUrl(next);
      if (url !== location.pathname + location.search) history.pushState(null, '', url);
      return next;
    });
  }, []);
  return [address, change];
}

import { useCallback, useEffect, useState } from 'react';
import { formatPageUrl, type PageUrl, parsePageUrl, type SearchParameters } from './page-url.ts';

/** Changes the search of the page; a new search begins at its first page. */
export type ChangeSearch = (change: Partial<SearchParameters>) => void;

/** The page's address as state: a change makes an entry in the history, back and forward come here. */
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
      const written = formatPageUrl(next);
      if (written !== location.pathname + location.search) history.pushState(null, '', written);
      return next;
    });
  }, []);
  return [address, change];
}

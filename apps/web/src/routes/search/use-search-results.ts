import { useEffect, useRef, useState } from 'react';
import { useOfflineCopyInUse } from '../../api-client/connection.ts';
import {
  browseListings,
  findListings,
  type SearchResults,
  searchKey,
} from '../../api-client/listing-search.ts';
import type { RoundedPosition } from '../../api-client/rounded-position.ts';
import { type ApiState, type InitialState, useApi } from '../../api-client/use-api.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { fetchWithOfflineFallback } from '../../offline/fetch-with-offline-fallback.ts';
import type { SearchParameters } from '../../urls/page-url.ts';

export type SearchResultsState = ApiState<SearchResults> & {
  /** Adds the next page; null when there is none. */
  more: (() => void) | null;
  /** The cursor of the next page. */
  next: string | null;
  retry(): void;
};

const attemptKey = (attempt: number, search: string) => `${attempt} ${search}`;

/** Returns the results loaded with the page as the initial state. */
export function initialSearchResults(
  search: SearchParameters,
  answered: ApiState<SearchResults>,
): InitialState<SearchResults> {
  return { key: attemptKey(0, searchKey(search, null)), answered };
}

/**
 * Returns the results of the search in the page's URL, with the pages added to them. Results from
 * the copy are requested again when the server responds again.
 */
export function useSearchResults(
  search: SearchParameters,
  at: RoundedPosition | null,
  known: InitialState<SearchResults>,
): SearchResultsState {
  const { language } = useMessages();
  const [attempt, setAttempt] = useState(0);
  useRecovery(() => setAttempt((before) => before + 1));
  const key = attemptKey(attempt, searchKey(search, at));
  const first = useApi(
    key,
    (signal) => findListings(search, fetchWithOfflineFallback, { language, at, signal }),
    known,
  );
  // Added pages belong to one search and are discarded with it.
  const [last, setAdded] = useState<{ key: string; pages: SearchResults[] }>({ key, pages: [] });
  const added = last.key === key ? last.pages : [];

  const next = (added.at(-1) ?? first.answer)?.next ?? null;
  const more = next
    ? () => {
        browseListings({ ...search, cursor: next }, fetchWithOfflineFallback, { language }).then(
          (page) => setAdded({ key, pages: [...added, page] }),
          () => setAttempt(attempt + 1),
        );
      }
    : null;
  const retry = () => setAttempt(attempt + 1);
  if (!first.answer || added.length === 0) return { ...first, more, next, retry };
  const items = [first.answer, ...added].flatMap((page) => page.items);
  return { ...first, answer: { ...first.answer, items }, more, next, retry } as SearchResultsState;
}

/** Calls back when the server responds again after the copy was in use. */
function useRecovery(onRecovery: () => void): void {
  const isCopyInUse = useOfflineCopyInUse() !== null;
  const wasInUse = useRef(isCopyInUse);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the connection alone matters
  useEffect(
    function callBack() {
      if (wasInUse.current && !isCopyInUse) onRecovery();
      wasInUse.current = isCopyInUse;
    },
    [isCopyInUse],
  );
}

import { useState } from 'react';
import type { Facets } from '#contract';
import { findFacets } from '../../api-client/listing-search.ts';
import { useApi } from '../../api-client/use-api.ts';
import { fetchWithOfflineFallback } from '../../offline/fetch-with-offline-fallback.ts';
import { formatSearch, type SearchParameters } from '../../urls/page-url.ts';

const keyOf = (search: SearchParameters) =>
  formatSearch({ ...search, near: '', bbox: '', cursor: '' });

/** Returns the counts of the filters of a search; the previous ones while new ones are loading. */
export function useFacets(search: SearchParameters, first: Facets | null): Facets | null {
  const [known] = useState(() =>
    first
      ? { key: keyOf(search), answered: { state: 'done', answer: first, error: null } as const }
      : undefined,
  );
  const { answer } = useApi(
    keyOf(search),
    (signal) => findFacets(search, fetchWithOfflineFallback, { signal }),
    known,
  );
  return answer;
}

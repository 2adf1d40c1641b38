import { useState } from 'react';
import type { Facets } from '#contract';
import { findFacets } from '../../api-client/listing-search.ts';
import { useAnswer } from '../../api-client/use-api.ts';
import { askAnyway } from '../../offline/fetch-with-offline-fallback.ts';
import { type SearchAddress, writeSearch } from '../../urls/page-url.ts';

const keyOf = (search: SearchAddress) => writeSearch({ ...search, near: '', bbox: '', cursor: '' });

/** The counts beside the filters of a search; those of the last one while new ones are on their way. */
export function useFacets(search: SearchAddress, first: Facets | null): Facets | null {
  const [known] = useState(() =>
    first
      ? { key: keyOf(search), answered: { state: 'done', answer: first, error: null } as const }
      : undefined,
  );
  const { answer } = useAnswer(
    keyOf(search),
    (signal) => findFacets(search, askAnyway, { signal }),
    known,
  );
  return answer;
}

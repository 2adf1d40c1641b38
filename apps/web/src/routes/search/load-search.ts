import type { Facets } from '#contract';
import { type ApiClient, ProblemError } from '../../api-client/fetch-json.ts';
import { findFacets, findListings, type SearchResults } from '../../api-client/listing-search.ts';
import type { ApiState } from '../../api-client/use-api.ts';
import type { Language } from '../../i18n/languages.ts';
import type { SearchParameters } from '../../urls/page-url.ts';

/** Counts that are at hand come within this time after the results; the page is complete without. */
const COUNTS_LIMIT_MS = 50;

/**
 * Loads the first results of a search, and the counts of its filters unless they take longer: the
 * browser asks for them again. A search that the API rejects is not an error here: the page shows the
 * reason and the submitted values.
 */
export async function loadSearch(
  search: SearchParameters,
  language: Language,
  api: ApiClient,
): Promise<{ answered: ApiState<SearchResults>; facets: Facets | null }> {
  const counts = findFacets(search, api).catch(() => null);
  const answered = await toApiState(findListings(search, api, { language }));
  return { answered, facets: await unlessLate(counts) };
}

async function unlessLate<Value>(value: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, COUNTS_LIMIT_MS, null);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function toApiState<Body>(search: Promise<Body>): Promise<ApiState<Body>> {
  try {
    return { state: 'done', answer: await search, error: null };
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) {
      return { state: 'failed', answer: null, error };
    }
    throw error;
  }
}

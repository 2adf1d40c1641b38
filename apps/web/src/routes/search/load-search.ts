import type { Facets } from '#contract';
import { type ApiClient, ProblemError } from '../../api-client/fetch-json.ts';
import { findFacets, findListings, type SearchResults } from '../../api-client/listing-search.ts';
import type { ApiState } from '../../api-client/use-api.ts';
import type { Language } from '../../i18n/languages.ts';
import type { SearchParameters } from '../../urls/page-url.ts';

/**
 * Loads the first results of a search and the counts of its filters. A search that the API rejects
 * is not an error here: the page shows the reason and the submitted values.
 */
export async function loadSearch(
  search: SearchParameters,
  language: Language,
  api: ApiClient,
): Promise<{ answered: ApiState<SearchResults>; facets: Facets | null }> {
  const [found, counts] = await Promise.all([
    toApiState(findListings(search, api, { language })),
    toApiState(findFacets(search, api)),
  ]);
  return { answered: found, facets: counts.answer };
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

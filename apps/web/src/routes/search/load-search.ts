import type { Facets } from '#contract';
import { type Ask, ProblemError } from '../../api-client/fetch-json.ts';
import { type Found, find, findFacets } from '../../api-client/listing-search.ts';
import type { Answered } from '../../api-client/use-api.ts';
import type { Language } from '../../i18n/languages.ts';
import type { SearchAddress } from '../../urls/page-url.ts';

/**
 * The first results of a search, and the counts of its filters. A search that the API refuses is not
 * an error here: the page shows the reason, and the typed text stays in its fields.
 */
export async function loadSearch(
  search: SearchAddress,
  language: Language,
  ask: Ask,
): Promise<{ answered: Answered<Found>; facets: Facets | null }> {
  const [found, counts] = await Promise.all([
    refusedOrDone(find(search, ask, { language })),
    refusedOrDone(findFacets(search, ask)),
  ]);
  return { answered: found, facets: counts.answer };
}

async function refusedOrDone<Answer>(search: Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return { state: 'done', answer: await search, error: null };
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) {
      return { state: 'failed', answer: null, error };
    }
    throw error;
  }
}

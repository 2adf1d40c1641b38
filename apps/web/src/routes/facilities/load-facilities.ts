import type { Facility, Page } from '#contract';
import { type ApiClient, ProblemError } from '../../api-client/fetch-json.ts';

/** Facilities, and how they match the search text. */
export interface FacilitySearchResults {
  facilities: Facility[];
  /**
   * `nearest`: no name matches, but the text is a known place; `none`: nothing matches, so all are
   * listed.
   */
  how: 'named' | 'nearest' | 'none';
}

const NEAREST = 10;
const INCLUDE = 'include=details,sources';

/**
 * Loads facilities by name, town or state, or else the nearest to a place with that name, or else
 * all.
 */
export async function loadFacilities(text: string, api: ApiClient): Promise<FacilitySearchResults> {
  if (text === '') return { facilities: await all(api), how: 'named' };
  const requested = encodeURIComponent(text);
  const named = await api<Page<Facility>>(`/v1/facilities?q=${requested}&${INCLUDE}`);
  if (named.items.length > 0) return { facilities: named.items, how: 'named' };
  try {
    const near = await api<Page<Facility>>(
      `/v1/facilities?near=${requested}&limit=${NEAREST}&${INCLUDE}`,
    );
    return { facilities: near.items, how: 'nearest' };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    return { facilities: await all(api), how: 'none' };
  }
}

async function all(api: ApiClient): Promise<Facility[]> {
  return (await api<Page<Facility>>(`/v1/facilities?${INCLUDE}`)).items;
}

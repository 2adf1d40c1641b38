/** The filters with values to choose from, and those that are on or off. */
export const facetNames = [
  'service',
  'region',
  'language',
  'cost',
  'accepts',
  'open_now',
  'open_at',
  'remote',
  'verified_within_days',
] as const;

export type FacetName = (typeof facetNames)[number];

/** The number of listings a search finds with other values of one of its filters. */
export interface Facet {
  name: FacetName;
  /** Listings without this filter but with all others. */
  without: number;
  /** Listings for each value of this filter with all others; empty for filters without codes. */
  values: { code: string; count: number }[];
}

export interface Facets {
  /** Listings with all filters. */
  total: number;
  facets: Facet[];
}

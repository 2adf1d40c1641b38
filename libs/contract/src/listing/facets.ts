/** The filters that have values to choose from, and those that are on or off. */
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

/** What a search would find if one of its filters were another. */
export interface Facet {
  name: FacetName;
  /** Listings without this filter, all others kept. */
  without: number;
  /** Listings for each of its values, all other filters kept; none for filters without codes. */
  values: { code: string; count: number }[];
}

export interface Facets {
  /** Listings with all filters. */
  total: number;
  facets: Facet[];
}

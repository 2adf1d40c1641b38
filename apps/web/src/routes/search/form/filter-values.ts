import type { FacetName, Facets } from '#contract';
import type { SearchParameters } from '../../../urls/page-url.ts';
import type { ChangeSearch } from '../../../urls/use-page-url.ts';

export interface FiltersProps {
  search: SearchParameters;
  /** null: the counts of the complete directory are shown. */
  facets: Facets | null;
  onChange: ChangeSearch;
}

/** Returns functions shared by the filters of a search form. */
export function filterValues({ search, facets, onChange }: FiltersProps) {
  return {
    /** Returns the props that bind a filter to the search. */
    filter: (name: keyof SearchParameters) => ({
      name,
      value: search[name],
      onChange: (value: string) => onChange({ [name]: value }),
    }),
    /** Returns the number of places a value finds; `count` if the facets are unknown. */
    counted: (name: FacetName, code: string, count?: number): { count?: number } => {
      const values = facets?.facets.find((facet) => facet.name === name)?.values;
      const found = values ? (values.find((value) => value.code === code)?.count ?? 0) : count;
      return found === undefined ? {} : { count: found };
    },
  };
}

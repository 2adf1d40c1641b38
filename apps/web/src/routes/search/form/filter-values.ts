import type { FacetName, Facets } from '#contract';
import type { SearchParameters } from '../../../urls/page-url.ts';
import type { ChangeSearch } from '../../../urls/use-page-url.ts';

export interface FiltersProps {
  search: SearchParameters;
  /** null: the counts of the whole directory are given. */
  facets: Facets | null;
  onChange: ChangeSearch;
}

/** What the filters of a search form share. */
export function filterValues({ search, facets, onChange }: FiltersProps) {
  return {
    /** What a filter needs to be bound to the search. */
    filter: (name: keyof SearchParameters) => ({
      name,
      value: search[name],
      onChange: (value: string) => onChange({ [name]: value }),
    }),
    /** How many places a value would find; `count` where nobody has counted beside the other filters. */
    counted: (name: FacetName, code: string, count?: number): { count?: number } => {
      const values = facets?.facets.find((facet) => facet.name === name)?.values;
      const found = values ? (values.find((value) => value.code === code)?.count ?? 0) : count;
      return found === undefined ? {} : { count: found };
    },
  };
}

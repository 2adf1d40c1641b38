import type { TagKind } from '../tags/tag-name.ts';
import type { ListingFilter } from './listing-filter.ts';

/** No tag has this number, so that an unknown value finds nothing. */
const UNUSED_TAG = 0;

/** The numbers of all tags, and the regions in groups such as "Mexico and California". */
export class TagDictionary {
  /**
   * @param numbers of the tags, by `kind:code`
   * @param groups members of the groups of regions, by the code of the group
   */
  constructor(
    private readonly numbers: Map<string, number>,
    private readonly groups: Map<string, string[]>,
  ) {}

  /** The filter as an intarray query, such as `(3|4)&(17)`; null if it needs no tag. */
  query(filter: ListingFilter): string | null {
    const terms = [
      this.term('service', filter.service),
      this.term('region', this.members(filter.region)),
      this.term('serves', this.members(filter.serves).flatMap(withCountry)),
      this.term('language', filter.language),
      this.term('cost', filter.cost),
      this.term('accepts', filter.accepts),
      this.term(
        'status',
        filter.status.includes('any') ? [] : filter.status.map((status) => status as string),
      ),
    ].filter((term) => term !== null);
    return terms.length > 0 ? terms.join('&') : null;
  }

  /** One term of such a query, OR between its codes; null when there are none. */
  term(kind: TagKind, codes: string[]): string | null {
    if (codes.length === 0) return null;
    const numbers = codes.map((code) => this.numbers.get(`${kind}:${code}`) ?? UNUSED_TAG);
    return `(${[...new Set(numbers)].sort((a, b) => a - b).join('|')})`;
  }

  /** The codes of all groups of regions. */
  groupCodes(): string[] {
    return [...this.groups.keys()];
  }

  /** Replaces groups by their regions. */
  members(regions: string[]): string[] {
    return regions.flatMap((region) => this.groups.get(region) ?? [region]);
  }
}

/** Help for a whole country serves each of its states. */
function withCountry(region: string): string[] {
  return [...new Set([region, region.slice(0, 2)])];
}

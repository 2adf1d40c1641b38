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

  /** The filter as numbers of tags: AND between the terms, OR within each. */
  terms(filter: ListingFilter): number[][] {
    const status = filter.status.includes('any') ? [] : filter.status;
    return [
      this.numbersOf('service', filter.service),
      this.numbersOf('region', this.members(filter.region)),
      this.numbersOf('serves', this.members(filter.serves).flatMap(withCountry)),
      this.numbersOf('language', filter.language),
      this.numbersOf('cost', filter.cost),
      this.numbersOf('accepts', filter.accepts),
      this.numbersOf('status', status),
    ].filter((numbers) => numbers.length > 0);
  }

  /** The filter as an intarray query, such as `(3|4)&(17)`; null if it needs no tag. */
  query(filter: ListingFilter): string | null {
    return this.terms(filter).map(asTerm).join('&') || null;
  }

  /** One term of such a query, OR between its codes; null when there are none. */
  term(kind: TagKind, codes: string[]): string | null {
    return codes.length === 0 ? null : asTerm(this.numbersOf(kind, codes));
  }

  /** The tags of listings in some regions. */
  regionTags(regions: string[]): number[] {
    return this.numbersOf('region', this.members(regions));
  }

  /** Whether any term has a code that no record has. */
  hasUnused(terms: number[][]): boolean {
    return terms.some((numbers) => numbers.includes(UNUSED_TAG));
  }

  /** The tags of listings in some regions and of those that serve them. */
  servingTags(regions: string[]): number[] {
    const members = this.members(regions);
    return [...this.numbersOf('region', members), ...this.numbersOf('serves', members)];
  }

  /** All tags of a kind. */
  ofKind(kind: TagKind): { code: string; number: number }[] {
    const start = `${kind}:`;
    return [...this.numbers]
      .filter(([name]) => name.startsWith(start))
      .map(([name, number]) => ({ code: name.slice(start.length), number }));
  }

  /** The codes of all groups of regions. */
  groupCodes(): string[] {
    return [...this.groups.keys()];
  }

  /** Replaces groups by their regions. */
  members(regions: string[]): string[] {
    return regions.flatMap((region) => this.groups.get(region) ?? [region]);
  }

  private numbersOf(kind: TagKind, codes: string[]): number[] {
    const numbers = codes.map((code) => this.numbers.get(`${kind}:${code}`) ?? UNUSED_TAG);
    return [...new Set(numbers)].sort((a, b) => a - b);
  }
}

function asTerm(numbers: number[]): string {
  return `(${numbers.join('|')})`;
}

/** Help for a whole country serves each of its states. */
function withCountry(region: string): string[] {
  return [...new Set([region, region.slice(0, 2)])];
}

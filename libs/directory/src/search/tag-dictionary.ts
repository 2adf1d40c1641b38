import type { DataSource } from 'typeorm';
import type { TagKind } from '../tag.repository.ts';
import type { ListingFilter } from './listing-filter.ts';

/** No tag has this number, so that a value nobody has finds nothing. */
const NOBODY = 0;

/** The numbers of all tags, and the regions that a group such as "Mexico and California" stands for. */
export class TagDictionary {
  private constructor(
    private readonly numbers: Map<string, number>,
    private readonly groups: Map<string, string[]>,
  ) {}

  static async read(db: DataSource): Promise<TagDictionary> {
    const tags = await db.query<{ id: number; name: string }[]>(
      `SELECT id, kind || ':' || code AS name FROM tag`,
    );
    const groups = await db.query<{ code: string; members: string[] }[]>(
      `SELECT code, members FROM region WHERE kind = 'group'`,
    );
    return new TagDictionary(
      new Map(tags.map(({ id, name }) => [name, id])),
      new Map(groups.map(({ code, members }) => [code, members])),
    );
  }

  /** The filter as an intarray query, such as `(3|4)&(17)`; null when it asks for no tag. */
  query(filter: ListingFilter): string | null {
    const terms = [
      this.term('service', filter.service),
      this.term('region', this.members(filter.region)),
      this.term('serves', this.members(filter.serves).flatMap(withCountry)),
      this.term('language', filter.language),
      this.term('cost', filter.cost),
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
    const numbers = codes.map((code) => this.numbers.get(`${kind}:${code}`) ?? NOBODY);
    return `(${[...new Set(numbers)].sort((a, b) => a - b).join('|')})`;
  }

  private members(regions: string[]): string[] {
    return regions.flatMap((region) => this.groups.get(region) ?? [region]);
  }
}

/** Help for a whole country serves each of its states. */
function withCountry(region: string): string[] {
  return [...new Set([region, region.slice(0, 2)])];
}

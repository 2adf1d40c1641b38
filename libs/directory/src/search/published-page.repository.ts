import { Injectable } from '@nestjs/common';
import { DatabaseReader, LONG_READ_MS } from '#database';

/** The kinds of records that have a page. */
export const publishedKinds = ['listing', 'organization', 'facility'] as const;
export type PublishedKind = (typeof publishedKinds)[number];

/** A record that has its own page. */
export interface PublishedPage {
  kind: PublishedKind;
  slug: string;
  /** ISO 8601 date of its last change. */
  changed: string | null;
}

/** The values of the function `sitemap_share`, which divides slugs evenly: 0 to 1,048,575. */
const SHARES = 2 ** 20;
/** How far apart so many slugs are tells how many there are, give or take a fiftieth. */
const SAMPLE = 2_000;

/** Lists the records that have a page, without their content. */
@Injectable()
export class PublishedPageRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns about how many pages there are of each kind: exactly where they are few. It reads as many
   * slugs in a large directory as in a small one.
   */
  async approximateCounts(): Promise<Record<PublishedKind, number>> {
    const [listing, organization, facility] = await Promise.all(
      publishedKinds.map(async (kind) => await this.approximateCount(kind)),
    );
    return { listing: listing ?? 0, organization: organization ?? 0, facility: facility ?? 0 };
  }

  /**
   * Returns the pages of one of several even parts of a kind, by slug.
   *
   * @param part from 0
   * @param parts at most 1,048,576
   */
  async part(kind: PublishedKind, part: number, parts: number): Promise<PublishedPage[]> {
    const { records, changedId, changedKind } = this.source(kind);
    const from = (share: number) => Math.floor((share * SHARES) / parts);
    return await this.db.query<PublishedPage[]>(
      `SELECT $1::text AS kind, slug,
              (SELECT to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM change
                WHERE change.kind = $2 AND record_id = page.id::text) AS changed
         FROM (SELECT slug, ${changedId} AS id FROM ${records}
                  AND sitemap_share(slug) >= $3 AND sitemap_share(slug) < $4) AS page
        ORDER BY slug`,
      [kind, changedKind, from(part), from(part + 1)],
      { limitMs: LONG_READ_MS },
    );
  }

  private async approximateCount(kind: PublishedKind): Promise<number> {
    const [sample] = await this.db.prepared<{ count: number; last: number }[]>(
      `SELECT count(*)::integer AS count, coalesce(max(share), 0) AS last
         FROM (SELECT sitemap_share(slug) AS share FROM ${this.source(kind).records}
                ORDER BY sitemap_share(slug) LIMIT ${SAMPLE}) AS sample`,
      [],
    );
    const { count, last } = sample ?? { count: 0, last: 0 };
    return count < SAMPLE ? count : Math.round((count * SHARES) / (last + 1));
  }

  /** Where the records of a kind are, and whose changes are theirs. */
  private source(kind: PublishedKind) {
    return kind === 'listing'
      ? { records: 'listing WHERE true', changedId: 'organization_id', changedKind: 'organization' }
      : { records: `directory_card WHERE kind = '${kind}'`, changedId: 'id', changedKind: kind };
  }
}

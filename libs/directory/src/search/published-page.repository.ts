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

/** The values of the function `sitemap_share`, which divides slugs evenly: 0 to 4095. */
const SHARES = 4096;
/** So many of these shares are counted to know about how many pages there are. */
const COUNTED_SHARES = 64;

/** Lists the records that have a page, without their content. */
@Injectable()
export class PublishedPageRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** Returns about how many pages there are of each kind, by counting those of a few slugs. */
  async approximateCounts(): Promise<Record<PublishedKind, number>> {
    const rows = await this.db.query<{ kind: PublishedKind; count: number }[]>(
      `SELECT 'listing' AS kind, count(*)::integer AS count FROM listing
        WHERE sitemap_share(slug) < $1
       UNION ALL
       SELECT kind, count(*)::integer FROM directory_card
        WHERE kind IN ('organization', 'facility') AND sitemap_share(slug) < $1 GROUP BY kind`,
      [COUNTED_SHARES],
    );
    const counted = Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
    const about = (kind: PublishedKind) => ((counted[kind] ?? 0) * SHARES) / COUNTED_SHARES;
    return {
      listing: about('listing'),
      organization: about('organization'),
      facility: about('facility'),
    };
  }

  /**
   * Returns the pages of one of several even parts of a kind, by slug.
   *
   * @param part from 0
   * @param parts a power of two, at most 4096
   */
  async part(kind: PublishedKind, part: number, parts: number): Promise<PublishedPage[]> {
    const [records, ofId] =
      kind === 'listing'
        ? ['listing WHERE true', 'organization_id']
        : [`directory_card WHERE kind = '${kind}'`, 'id'];
    const ofKind = kind === 'listing' ? 'organization' : kind;
    return await this.db.query<PublishedPage[]>(
      `SELECT $1::text AS kind, slug,
              (SELECT to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM change
                WHERE change.kind = $2 AND record_id = page.id::text) AS changed
         FROM (SELECT slug, ${ofId} AS id FROM ${records}
                  AND sitemap_share(slug) >= $3 AND sitemap_share(slug) < $4) AS page
        ORDER BY slug`,
      [kind, ofKind, (part * SHARES) / parts, ((part + 1) * SHARES) / parts],
      { limitMs: LONG_READ_MS },
    );
  }
}

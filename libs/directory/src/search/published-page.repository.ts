import { Injectable } from '@nestjs/common';
import { DatabaseReader, LONG_READ_MS } from '#database';

/** A record that has its own page. */
export interface PublishedPage {
  kind: 'listing' | 'organization' | 'facility';
  slug: string;
  /** ISO 8601 date of its last change. */
  changed: string | null;
}

/** Lists the records that have a page, without their content. */
@Injectable()
export class PublishedPageRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** Returns all pages in an order that is stable as long as none is added or removed. */
  async all(): Promise<PublishedPage[]> {
    return await this.db.query<PublishedPage[]>(
      `WITH changed AS (
         SELECT kind, record_id, to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date
           FROM change GROUP BY kind, record_id),
       page AS (
         SELECT 'listing' AS kind, slug, 'organization' AS of_kind, organization_id AS of_id
           FROM listing
         UNION ALL
         SELECT kind, slug, kind, id FROM directory_card
          WHERE kind IN ('organization', 'facility'))
       SELECT page.kind, page.slug, changed.date AS changed
         FROM page LEFT JOIN changed
           ON changed.kind = page.of_kind AND changed.record_id = page.of_id::text
        ORDER BY page.kind, page.slug`,
      [],
      { limitMs: LONG_READ_MS },
    );
  }
}

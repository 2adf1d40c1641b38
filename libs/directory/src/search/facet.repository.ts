import { Injectable } from '@nestjs/common';
import type { CodeCount, Region, ServiceType } from '#contract';
import { DatabaseReader } from '#database';
import type { TagKind } from '../tags/tag-name.ts';
import { listingConditions, serviceConditions } from './listing-conditions.ts';
import type { ListingFilter } from './listing-filter.ts';
import type { TagDictionary } from './tag-dictionary.ts';

const COUNTS = `
  SELECT tag.kind, tag.code, count(*)::integer AS count
    FROM listing CROSS JOIN unnest(tags) AS number JOIN tag ON tag.id = number
   WHERE status <> 'closed' GROUP BY tag.kind, tag.code`;

/** Reads the values of filters, each with the number of open listings it finds. */
@Injectable()
export class FacetRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** Returns the configured states and groups, and every other state that has a listing. */
  async regions(): Promise<Region[]> {
    return await this.db.query<Region[]>(
      `WITH counted AS (${COUNTS})
       SELECT region.code, region.kind, region.names, region.members,
              CASE region.kind WHEN 'group'
                THEN (SELECT count(*)::integer FROM listing WHERE status <> 'closed'
                        AND tags && ARRAY(SELECT id FROM tag WHERE kind = 'region'
                                             AND code = ANY(region.members)))
                ELSE coalesce(counted.count, 0) END AS count
         FROM region LEFT JOIN counted ON counted.kind = 'region' AND counted.code = region.code
        WHERE page_position IS NOT NULL OR counted.count > 0
        ORDER BY page_position NULLS LAST, region.code`,
    );
  }

  async serviceTypes(): Promise<ServiceType[]> {
    return await this.db.query<ServiceType[]>(
      `WITH counted AS (${COUNTS})
       SELECT term.code, term.names, term.description AS definition,
              coalesce(counted.count, 0) AS count
         FROM taxonomy_term AS term
         LEFT JOIN counted ON counted.kind = 'service' AND counted.code = term.code
        ORDER BY term.position`,
    );
  }

  async languages(): Promise<Omit<CodeCount, 'names'>[]> {
    return await this.db.query(
      `SELECT code, count FROM (${COUNTS}) AS counted WHERE kind = 'language'
        ORDER BY count DESC, code`,
    );
  }

  /** Counts the listings that match a filter. */
  async count(filter: ListingFilter, tags: TagDictionary): Promise<number> {
    const where = listingConditions(filter, tags);
    const [row] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM listing WHERE ${where.sql}`,
      where.values,
    );
    return row?.count ?? 0;
  }

  /**
   * Counts the listings that match a filter, by tag of one kind. A listing with several services
   * counts for the tags of those that match.
   */
  async countEach(
    kind: TagKind,
    filter: ListingFilter,
    tags: TagDictionary,
  ): Promise<{ code: string; count: number }[]> {
    const where = listingConditions(filter, tags);
    const one = serviceConditions({ filter, tags }, where);
    return await this.db.query(
      `WITH found AS (
         SELECT number FROM listing CROSS JOIN unnest(tags) AS number
          WHERE ${where.sql} AND NOT several_services
         UNION ALL
         SELECT number FROM (
           SELECT DISTINCT listing.id, number
             FROM listing JOIN listing_service AS service ON listing_id = listing.id
             CROSS JOIN unnest(service.tags) AS number
            WHERE ${where.sql} AND several_services AND ${one}) AS several)
       SELECT tag.code, count(*)::integer AS count
         FROM found JOIN tag ON tag.id = number AND tag.kind = ${where.value(kind)}
        GROUP BY tag.code ORDER BY tag.code`,
      where.values,
    );
  }

  /** Returns the valid codes of the filters by service type and region. */
  async known(): Promise<{ service: string[]; region: string[] }> {
    const [row] = await this.db.query<{ service: string[]; region: string[] }[]>(
      `SELECT ARRAY(SELECT code FROM taxonomy_term ORDER BY position) AS service,
              ARRAY(SELECT code FROM region ORDER BY page_position NULLS LAST, code) AS region`,
    );
    return row ?? { service: [], region: [] };
  }
}

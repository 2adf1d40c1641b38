import { Injectable } from '@nestjs/common';
import { DatabaseReader } from '#database';
import {
  type BoundingBox,
  chordDistance,
  type Geocentric,
  geocentric,
  geodesic,
  longitudeSpans,
  minimumGroundDistance,
  type Point,
  toMapFraction,
} from '#geo';
import type { Keyset } from './keyset.ts';
import { listingConditions } from './listing-conditions.ts';
import type { ListingFilter } from './listing-filter.ts';
import type { NearbyListing, ServedListing, Shape } from './served-row.ts';
import { idOrSlugIs, type SqlConditions } from './sql-conditions.ts';
import type { TagDictionary } from './tag-dictionary.ts';

/** Extra rows to read, because straight-line order is only approximately the geodesic order. */
const SPARE_ROWS = 5;
/**
 * So many of the listings that match words are ranked, in the order in which the table has them: where
 * more match, the words tell them apart badly, and ranking each would take seconds.
 */
const MAX_RANKED = 2_000;
/** The index stores boxes as 32-bit floats: half a meter at the length of the earth's radius. */
const INDEX_ERROR_METERS = 2;

/** What to look for, and how much of it to read. */
export interface NearestQuery {
  filter: ListingFilter;
  tags: TagDictionary;
  /** By default everything. */
  shape?: Shape;
}

/** What all pages show. */
export interface PagesQuery extends NearestQuery {
  /** Words to find, at least one when it is not null. */
  words: string[] | null;
  box: BoundingBox | null;
}

/** What a page shows. */
export interface PageQuery extends PagesQuery {
  /** Where it starts; null: at the beginning. */
  from: Keyset | null;
  /** The listings of which it can consist; by default any. */
  among?: string[];
  limit: number;
}

interface Statement {
  sql: string;
  values: unknown[];
}

/** A listing of a page, and its sort key. */
export type PageRow = ServedListing & { sort_key: string | number };

function columns(shape: Shape): string {
  return `id, ${shape === 'summary' ? 'summary' : 'card'} AS document, verified_at, due_at,
    open_week, time_zone, special_days::text AS special_days, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude`;
}

/** Queries of the read model `listing`. */
@Injectable()
export class ListingSearchRepository {
  constructor(private readonly db: DatabaseReader) {}

  /** Returns the nearest listings in exact order of geodesic distance; ties are ordered by id. */
  async nearest(point: Point, limit: number, query: NearestQuery): Promise<NearbyListing[]> {
    const from = geocentric(point);
    for (let read = limit + SPARE_ROWS; ; read *= 2) {
      const { sql, values } = this.nearestStatement(point, read, query);
      const rows = await this.db.prepared<(ServedListing & Point)[]>(sql, values);
      const found = rows
        .map((listing) => ({ listing, ...geodesic(point, listing) }))
        .sort(compareByDistance);
      const furthest = rows.at(-1);
      if (rows.length < read || !furthest || isComplete(found, limit, chordTo(from, furthest))) {
        return found.slice(0, limit);
      }
    }
  }

  /** Builds the statement of `nearest`, with its values. */
  nearestStatement(
    point: Point,
    read: number,
    { filter, tags, shape = 'full' }: NearestQuery,
  ): Statement {
    const where = listingConditions(filter, tags);
    where.add('xyz IS NOT NULL');
    const numbers = (values: number[]) =>
      values.map((value) => `${where.value(value)}::double precision`).join(', ');
    // Computed here, because the database would plan its own function again with each statement.
    const from = `ST_MakePoint(${numbers(geocentric(point))})`;
    // A literal, because the planner would never choose a generic plan for an unknown number of
    // rows.
    const limit = Math.trunc(read);
    const sql = `SELECT ${columns(shape)} FROM listing WHERE ${where.sql}
                  ORDER BY xyz <<->> ${from} LIMIT ${limit}`;
    return { sql, values: where.values };
  }

  /**
   * Returns help without a place on the map, by name: first that of the regions themselves, then that
   * of their whole countries.
   */
  async withoutPoint(
    { filter, tags, shape = 'full' }: NearestQuery,
    limit: number,
  ): Promise<ServedListing[]> {
    const where = listingConditions(filter, tags);
    const own = tags.term('serves', tags.members(filter.serves));
    const order = own ? `tags @@ ${where.value(own)}::query_int DESC, ` : '';
    return await this.db.query<ServedListing[]>(
      `SELECT ${columns(shape)} FROM listing WHERE geog IS NULL AND ${where.sql}
        ORDER BY ${order}sort_name, id LIMIT ${where.value(limit)}`,
      where.values,
    );
  }

  /**
   * Returns a page starting at a keyset, with one row more than `limit` if there is one. Sorted by
   * name, or with words by relevance.
   */
  async page(query: PageQuery): Promise<PageRow[]> {
    const { sql, values } = this.pageStatement(query);
    return await this.db.query<PageRow[]>(sql, values);
  }

  /** Returns the id of the organization of a listing; null when there is no such listing. */
  async organizationOf(id: string): Promise<string | null> {
    const [row] = await this.db.query<{ organization_id: string }[]>(
      `SELECT organization_id FROM listing WHERE id = $1`,
      [id],
    );
    return row?.organization_id ?? null;
  }

  /** Counts the listings of all pages; null if there are more than `max`. */
  async countUpTo(max: number, query: PagesQuery): Promise<number | null> {
    const { where } = pagesConditions(query);
    const [row] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM (
         SELECT FROM listing WHERE ${where.sql} LIMIT ${where.value(max + 1)}) AS found`,
      where.values,
    );
    return row && row.count <= max ? row.count : null;
  }

  /** Builds the statement of `page`, with its values. */
  pageStatement({ shape = 'full', among, ...query }: PageQuery): Statement {
    const { where, key } = pagesConditions(query);
    if (among) where.add(`id = ANY(${where.value(among)}::uuid[])`);
    return query.words
      ? rankedPage(`${columns(shape)}, sort_key`, query, { where, key })
      : namedPage(`${columns(shape)}, sort_name AS sort_key`, query, where);
  }

  /** Returns one listing by id or slug, including closed ones. */
  async one(idOrSlug: string): Promise<ServedListing | null> {
    const [row] = await this.db.query<ServedListing[]>(
      `SELECT ${columns('full')} FROM listing WHERE ${idOrSlugIs('$1', idOrSlug)}
        ORDER BY slug = $1::text DESC LIMIT 1`,
      [idOrSlug],
    );
    return row ?? null;
  }

  /** Returns all listings of an organization, including closed ones, by town. */
  async ofOrganization(organizationId: string): Promise<ServedListing[]> {
    return await this.db.query<ServedListing[]>(
      `SELECT ${columns('full')} FROM listing WHERE organization_id = $1 ORDER BY slug`,
      [organizationId],
    );
  }
}

function namedPage(selected: string, query: PageQuery, where: SqlConditions): Statement {
  const { inside, order, limit } = pagePart('sort_name', 'text', query, where);
  const sql = `SELECT ${selected} FROM listing WHERE ${where.sql} AND ${inside}
                ORDER BY ${order} LIMIT ${limit}`;
  return { sql, values: where.values };
}

function rankedPage(
  selected: string,
  query: PageQuery,
  { where, key }: { where: SqlConditions; key: string },
): Statement {
  const { inside, order, limit } = pagePart('sort_key', 'double precision', query, where);
  const sql = `WITH ranked AS (
      SELECT id, ${key} AS sort_key FROM (
        SELECT id, search FROM listing WHERE ${where.sql} LIMIT ${MAX_RANKED}) AS matching),
    page AS (SELECT id, sort_key FROM ranked WHERE ${inside} ORDER BY ${order} LIMIT ${limit})
    SELECT ${selected} FROM page JOIN listing USING (id) ORDER BY ${order}`;
  return { sql, values: where.values };
}

/** Returns the condition, the order and the limit of the rows of a page. */
function pagePart(key: string, type: string, { from, limit }: PageQuery, where: SqlConditions) {
  const order = from?.back ? 'DESC' : 'ASC';
  const sign = from?.back ? '<' : '>';
  return {
    inside: from
      ? `(${key}, id) ${sign} (${where.value(from.key)}::${type}, ${where.value(from.id)}::uuid)`
      : 'true',
    order: `${key} ${order}, id ${order}`,
    limit: where.value(limit + 1),
  };
}

function chordTo(from: Geocentric, listing: Point): number {
  return chordDistance(from, geocentric(listing));
}

function compareByDistance(a: NearbyListing, b: NearbyListing): number {
  return a.distance_m - b.distance_m || (a.listing.id < b.listing.id ? -1 : 1);
}

/**
 * True if no unread row can be closer than the last one requested: even the minimum geodesic
 * distance for the longest straight line read is greater.
 */
function isComplete(found: NearbyListing[], limit: number, furthestChord: number): boolean {
  const lastDistance = found[limit - 1]?.distance_m ?? Number.POSITIVE_INFINITY;
  return lastDistance < minimumGroundDistance(furthestChord - INDEX_ERROR_METERS);
}

function pagesConditions({ filter, tags, words, box }: PagesQuery) {
  const where = listingConditions(filter, tags);
  const key = sortKey(words, where);
  if (box) where.add(insideBox(box, where));
  return { where, key };
}

function sortKey(words: string[] | null, where: SqlConditions): string {
  if (!words) return 'sort_name';
  const query = `search_query(${where.value(words)}::text[])`;
  where.add(`search @@ ${query}`);
  return `(-ts_rank(search, ${query}))::double precision`;
}

// By the fractions of the map that an index has; a point on the edge of the box has those of the edge.
function insideBox(box: BoundingBox, where: SqlConditions): string {
  const between = (axis: string, first: number, last: number) =>
    `map_${axis} BETWEEN ${where.value(first)} AND ${where.value(last)}`;
  const spans = longitudeSpans(box).map(([west, east]) => {
    const topLeft = toMapFraction({ longitude: west, latitude: box.north });
    const bottomRight = toMapFraction({ longitude: east, latitude: box.south });
    return `(${between('x', topLeft.x, bottomRight.x)} AND ${between('y', topLeft.y, bottomRight.y)})`;
  });
  return `map_x IS NOT NULL AND (${spans.join(' OR ')})`;
}

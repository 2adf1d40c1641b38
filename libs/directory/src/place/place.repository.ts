import { Injectable } from '@nestjs/common';
import { isOneTypoAway, type Place } from '#contract';
import { DatabaseReader } from '#database';
import { type PlaceQuery, type Point, parsePlaceQuery } from '#geo';

/** A town, and the state that it lies in; only the country where the state is not known. */
export interface Town extends Point {
  region: string | null;
  country: string;
}

interface Found extends Place {
  matched: string;
}

const COLUMNS = `place.id, place.kind, place.name, place.region, region.names->>'en' AS region_name,
  place.country, place.population, ST_X(place.geog::geometry) AS longitude,
  ST_Y(place.geog::geometry) AS latitude`;

// Below this length a wrong letter leaves too little for the trigram index to recognize.
const SHORT_NAME_LENGTH = 7;

/** Names of places to points, from our own gazetteer. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * The places that a text may mean, the likeliest first: exact names before beginnings, beginnings
   * before names with one typo, and among equals the bigger place.
   */
  async search(text: string, limit: number): Promise<Place[]> {
    const found = new Map<string, Place>();
    for (const how of [this.exactly, this.beginning, this.withOneTypo]) {
      for (const query of parsePlaceQuery(text)) {
        for (const place of await how.call(this, query, limit)) {
          if (!found.has(place.id)) found.set(place.id, withoutMatch(place));
        }
      }
      if (found.size >= limit || (how === this.beginning && found.size > 0)) break;
    }
    return [...found.values()].slice(0, limit);
  }

  /** The places of exactly the name that a text means, else those one typo away. */
  async resolve(text: string, limit: number): Promise<Place[]> {
    for (const how of [this.exactly, this.withOneTypo, this.beginning]) {
      for (const query of parsePlaceQuery(text)) {
        const found = await how.call(this, query, limit);
        if (found.length > 0) return found.map(withoutMatch);
      }
    }
    return [];
  }

  /** Every town on record. */
  async towns(): Promise<Town[]> {
    return await this.db.query<Town[]>(
      `SELECT region, country, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM place WHERE kind = 'city'`,
    );
  }

  private exactly(query: PlaceQuery, limit: number): Promise<Found[]> {
    return this.matching(query, limit, 'place_name.name = $1');
  }

  private beginning(query: PlaceQuery, limit: number): Promise<Found[]> {
    return this.matching(query, limit, `place_name.name LIKE $1 || '%'`);
  }

  private async withOneTypo(query: PlaceQuery, limit: number): Promise<Found[]> {
    if (query.name.length < 4 || /^\d/.test(query.name)) return [];
    const short =
      query.name.length < SHORT_NAME_LENGTH
        ? `OR (place_name.name LIKE left($1, 1) || '%'
               AND length(place_name.name) BETWEEN length($1) - 1 AND length($1) + 1)`
        : '';
    const candidates = await this.matching(query, 500, `(place_name.name % $1 ${short})`);
    return candidates.filter(({ matched }) => isOneTypoAway(query.name, matched)).slice(0, limit);
  }

  // A town counts a hundred times its people, so that Chihuahua is first the town and Texas the state.
  private matching(query: PlaceQuery, limit: number, condition: string): Promise<Found[]> {
    return this.db.query<Found[]>(
      `SELECT ${COLUMNS}, place_name.name AS matched
         FROM place_name JOIN place ON place.id = place_name.place_id
         LEFT JOIN region ON region.code = place.region
        WHERE ${condition}
          AND ($2::text IS NULL OR place.region = $2) AND ($3::text IS NULL OR place.country = $3)
        ORDER BY place.population * CASE place.kind WHEN 'city' THEN 100 ELSE 1 END DESC NULLS LAST,
                 place.id
        LIMIT $4`,
      [query.name, query.region, query.country, limit],
    );
  }
}

function withoutMatch({ matched: _, ...place }: Found): Place {
  return place;
}

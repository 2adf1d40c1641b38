import { Injectable } from '@nestjs/common';
import { isOneTypoAway, type Place } from '#contract';
import { DatabaseReader } from '#database';
import { type PlaceQuery, type Point, parsePlaceQuery } from '#geo';

/** A town and its state; only the country if the state is unknown. */
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

// The trigram index does not find shorter names with a wrong letter.
const MIN_TRIGRAM_LENGTH = 7;

/** Resolves place names to points, from our own gazetteer. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns the places that a text may refer to, most likely first: exact names before prefixes,
   * prefixes before names with one typo, then by population.
   */
  async search(text: string, limit: number): Promise<Place[]> {
    const found = new Map<string, Place>();
    for (const match of [this.byName, this.byPrefix, this.byTypo]) {
      for (const query of parsePlaceQuery(text)) {
        for (const place of await match.call(this, query, limit)) {
          if (!found.has(place.id)) found.set(place.id, withoutMatch(place));
        }
      }
      if (found.size >= limit || (match === this.byPrefix && found.size > 0)) break;
    }
    return [...found.values()].slice(0, limit);
  }

  /**
   * Returns the places with exactly this name, or else those with one typo, or else those by
   * prefix.
   */
  async resolve(text: string, limit: number): Promise<Place[]> {
    for (const match of [this.byName, this.byTypo, this.byPrefix]) {
      for (const query of parsePlaceQuery(text)) {
        const found = await match.call(this, query, limit);
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

  private byName(query: PlaceQuery, limit: number): Promise<Found[]> {
    return this.matching(query, limit, 'place_name.name = $1');
  }

  private byPrefix(query: PlaceQuery, limit: number): Promise<Found[]> {
    return this.matching(query, limit, `place_name.name LIKE $1 || '%'`);
  }

  private async byTypo(query: PlaceQuery, limit: number): Promise<Found[]> {
    if (query.name.length < 4 || /^\d/.test(query.name)) return [];
    const short =
      query.name.length < MIN_TRIGRAM_LENGTH
        ? `OR (place_name.name LIKE left($1, 1) || '%'
               AND length(place_name.name) BETWEEN length($1) - 1 AND length($1) + 1)`
        : '';
    const candidates = await this.matching(query, 500, `(place_name.name % $1 ${short})`);
    return candidates.filter(({ matched }) => isOneTypoAway(query.name, matched)).slice(0, limit);
  }

  // A town's population counts a hundredfold, so that "Chihuahua" is first the town, but "Texas"
  // the state.
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

import { Injectable } from '@nestjs/common';
import { isOneTypoAway, type Place } from '#contract';
import { DatabaseReader, LONG_READ_MS } from '#database';
import { type Point, parsePlaceQuery } from '#geo';
import {
  mayBeKnown,
  type PlaceMatch,
  type PlaceStatementParts,
  placeStatement,
} from './place-statement.ts';

/** A town and its state; only the country if the state is unknown. */
export interface Town extends Point {
  region: string | null;
  country: string;
}

interface PlaceRow extends Place {
  match: PlaceMatch;
  /** The index of the reading that found it. */
  reading: number;
  matched: string;
}

/** The matches of a kind for each reading, in the order of the readings. */
type Found = (match: PlaceMatch) => Place[][];

/** No reader waits longer for a name, and no other request for the connection. */
const BUDGET_MS = 1_000;

/**
 * Resolves place names to points, from our own gazetteer. A search is one statement; it does not
 * begin once its `signal` is aborted, and on a server it ends after a second.
 */
@Injectable()
export class PlaceRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns the places that a text may refer to, most likely first: exact names before prefixes,
   * prefixes before names with one typo, then by population.
   */
  async search(text: string, limit: number, signal?: AbortSignal): Promise<Place[]> {
    const found = await this.find(text, { purpose: 'search', limit }, signal);
    const places = new Map<string, Place>();
    for (const match of ['name', 'prefix', 'typo'] as const) {
      for (const place of found(match).flat()) {
        if (!places.has(place.id)) places.set(place.id, place);
      }
      if (places.size >= limit || (match === 'prefix' && places.size > 0)) break;
    }
    return [...places.values()].slice(0, limit);
  }

  /**
   * Returns the places with exactly this name, or else those with one typo, or else those by
   * prefix.
   */
  async resolve(text: string, limit: number, signal?: AbortSignal): Promise<Place[]> {
    const found = await this.find(text, { purpose: 'resolve', limit }, signal);
    const byLikelihood = (['name', 'typo', 'prefix'] as const).flatMap(found);
    return byLikelihood.find((places) => places.length > 0) ?? [];
  }

  /** Every town on record. */
  async towns(): Promise<Town[]> {
    return await this.db.query<Town[]>(
      `SELECT region, country, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM place WHERE kind = 'city'`,
      [],
      { limitMs: LONG_READ_MS },
    );
  }

  private async find(
    text: string,
    how: Omit<PlaceStatementParts, 'readings'>,
    signal?: AbortSignal,
  ): Promise<Found> {
    const readings = parsePlaceQuery(text).filter(mayBeKnown);
    if (readings.length === 0) return () => [];
    const { sql, values } = placeStatement({ readings, ...how });
    const rows = await this.db.query<PlaceRow[]>(sql, values, { budgetMs: BUDGET_MS, signal });
    return (match) =>
      readings.map((reading, index) =>
        rows
          .filter((row) => row.match === match && row.reading === index)
          .filter((row) => match !== 'typo' || isOneTypoAway(reading.name, row.matched))
          .slice(0, how.limit)
          .map(withoutMatch),
      );
  }
}

function withoutMatch({ match: _, reading: __, matched: ___, ...place }: PlaceRow): Place {
  return place;
}

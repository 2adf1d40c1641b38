import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isOneTypoAway, type Place } from '#contract';
import { DatabaseReader, LONG_READ_MS } from '#database';
import { countryNames, type Point, stateNames } from '#geo';
import { ListedPositions, type PlaceMatch, PlaceWords, parsePlaceQuery, rankPlaces } from '#rules';
import { mayBeKnown, type PlaceStatementParts, placeStatement } from './place-statement.ts';

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

export interface PlaceSearch {
  limit: number;
  /** Codes of states and countries: of places with the same name, those in them are meant. */
  preferred?: string[];
  /** Once aborted, the search does not begin. */
  signal?: AbortSignal | undefined;
}

/** No reader waits longer for a name, and no other request for the connection. */
const BUDGET_MS = 1_000;
const words = new PlaceWords(stateNames, countryNames);

/**
 * Resolves place names to points, from our own gazetteer. A search is one statement; on a server it
 * ends after a second. Of places with the same name, the larger and those near what the directory
 * lists come first.
 */
@Injectable()
export class PlaceRepository implements OnModuleInit {
  private listed = new ListedPositions([]);

  constructor(private readonly db: DatabaseReader) {}

  /** Where the directory lists something is read once, so that the order stays the same while responses
   * are stored. */
  async onModuleInit(): Promise<void> {
    const positions = await this.db.query<Point[]>(
      `SELECT ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM listing WHERE geog IS NOT NULL
       UNION SELECT ST_X(geog::geometry), ST_Y(geog::geometry)
         FROM place WHERE kind = 'port_of_entry'
       UNION SELECT longitude, latitude
         FROM directory_card WHERE kind = 'facility' AND longitude IS NOT NULL`,
      [],
      { limitMs: LONG_READ_MS },
    );
    this.listed = new ListedPositions(positions);
  }

  /** Returns the places that a text may refer to or begin, most likely first. */
  async search(text: string, how: PlaceSearch): Promise<Place[]> {
    return await this.find(text, 'search', how);
  }

  /** Returns the places that a text refers to, most likely first: by prefix or with a typo only where none
   * has exactly this name. */
  async resolve(text: string, how: PlaceSearch): Promise<Place[]> {
    return await this.find(text, 'resolve', how);
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
    purpose: PlaceStatementParts['purpose'],
    { limit, preferred = [], signal }: PlaceSearch,
  ): Promise<Place[]> {
    const readings = parsePlaceQuery(text, words).filter(mayBeKnown);
    if (readings.length === 0) return [];
    const { sql, values } = placeStatement({ readings, purpose, limit });
    const rows = await this.db.query<PlaceRow[]>(sql, values, { budgetMs: BUDGET_MS, signal });
    const found = rows
      .filter(
        ({ match, reading, matched }) =>
          match !== 'typo' || isOneTypoAway(readings[reading]?.name ?? '', matched),
      )
      .map(({ match, reading, matched: _, ...place }) => ({ place, match, reading }));
    return rankPlaces(found, { listed: this.listed, preferred }).slice(0, limit);
  }
}

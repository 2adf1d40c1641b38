import type { PlaceMatch, PlaceQuery } from '#rules';
import { SqlConditions } from '../search/sql-conditions.ts';

export interface PlaceStatementParts {
  /** At least one, most likely first, each of which `mayBeKnown`. */
  readings: PlaceQuery[];
  /** For a list of suggestions, or for the one place that is meant. */
  purpose: 'search' | 'resolve';
  /** How many places are wanted; namesakes are read beyond it, so that the nearest can come first. */
  limit: number;
}

/** Among so many of the largest places, names with one typo are told from merely similar ones. */
const TYPO_CANDIDATES = 500;
/** A single letter begins too many names to tell which of them is meant. */
const MIN_PREFIX_LENGTH = 2;
const MIN_TYPO_LENGTH = 4;
/** Places of each reading and kind of match, among which rank decides. */
const RANKED = 60;
/** No name on record is longer. */
const MAX_NAME_LENGTH = 60;
// The trigram index does not find shorter names with a wrong letter.
const MIN_TRIGRAM_LENGTH = 7;

// Only decides which places are read where a name has very many: the rules put these in order.
const WEIGHT = `CASE place.kind WHEN 'city' THEN place.population ELSE
                  coalesce(place.population / 100, 100000) END`;

/** What has to be empty for a kind of match to be looked for. */
const conditions: Record<
  PlaceStatementParts['purpose'],
  Record<PlaceMatch, (limit: number) => string>
> = {
  search: {
    name: () => 'true',
    prefix: (limit) => `(SELECT count(DISTINCT id) FROM by_name) < ${limit}`,
    typo: () => 'NOT EXISTS (SELECT FROM by_name) AND NOT EXISTS (SELECT FROM by_prefix)',
  },
  resolve: {
    name: () => 'true',
    prefix: () => 'NOT EXISTS (SELECT FROM by_name)',
    typo: () => 'NOT EXISTS (SELECT FROM by_name) AND NOT EXISTS (SELECT FROM by_prefix)',
  },
};

/** Whether a name on record, or one with a typo, can be as long as that of a reading. */
export function mayBeKnown({ name }: PlaceQuery): boolean {
  return name.length <= MAX_NAME_LENGTH + 1;
}

/**
 * Builds the one statement that looks for every reading: rows with `match`, `reading` (its index),
 * `matched` (the name on record) and the columns of a place. Those of one reading and kind of match
 * are ordered by size. Rows of `typo` are candidates, which are similar at least.
 */
export function placeStatement({ readings, purpose, limit }: PlaceStatementParts): {
  sql: string;
  values: unknown[];
} {
  const where = new SqlConditions();
  const names = readings.map(({ name }) => `${where.value(name)}::text`);
  const filters = readings.map((reading) => filterOf(reading, where));
  const lookFor = (match: PlaceMatch): string => {
    const whether = conditions[purpose][match](Math.trunc(limit));
    const rows = match === 'typo' ? TYPO_CANDIDATES : RANKED;
    const arms = readings.flatMap((reading, index) => {
      const matches = matching(match, reading, names[index] as string);
      if (!matches) return [];
      return [`(${arm(index, `${matches} AND ${whether}`, filters[index])} LIMIT ${rows})`];
    });
    return `by_${match} AS (${arms.join(' UNION ALL ') || arm(0, 'false')})`;
  };
  const sql = `
    WITH ${(['name', 'prefix', 'typo'] as const).map(lookFor).join(', ')}
    SELECT found.match, found.reading, found.matched, found.id, found.kind, found.name,
           found.region, region.names->>'en' AS region_name, found.country, found.population,
           ST_X(found.geog::geometry) AS longitude, ST_Y(found.geog::geometry) AS latitude
      FROM (SELECT 'name' AS match, * FROM by_name
            UNION ALL SELECT 'prefix', * FROM by_prefix
            UNION ALL SELECT 'typo', * FROM by_typo) AS found
      LEFT JOIN region ON region.code = found.region
     ORDER BY found.reading, found.weight DESC NULLS LAST, found.id`;
  return { sql, values: where.values };
}

// Conditions without a column are tested once: where one is false, no table is read. The place of each
// name is looked up (OFFSET 0), because for many names the planner would read all places.
function arm(reading: number, matches: string, filter = 'true'): string {
  return `SELECT ${reading} AS reading, place_name.name AS matched, ${WEIGHT} AS weight, place.id,
                 place.kind, place.name, place.region, place.country, place.population, place.geog
            FROM place_name CROSS JOIN LATERAL (
                 SELECT * FROM place WHERE place.id = place_name.place_id OFFSET 0) AS place
           WHERE ${matches} AND ${filter}
           ORDER BY weight DESC NULLS LAST, place.id`;
}

function filterOf({ regions, country }: PlaceQuery, where: SqlConditions): string {
  const inRegion = regions ? `place.region = ANY(${where.value(regions)}::text[])` : 'true';
  const inCountry = country ? `place.country = ${where.value(country)}::text` : 'true';
  return `${inRegion} AND ${inCountry}`;
}

/** @returns null where nothing can match */
function matching(match: PlaceMatch, { name }: PlaceQuery, value: string): string | null {
  if (match === 'name') return `place_name.name = ${value}`;
  if (match === 'prefix') {
    return name.length < MIN_PREFIX_LENGTH ? null : `place_name.name LIKE ${value} || '%'`;
  }
  if (name.length < MIN_TYPO_LENGTH || /^\d/.test(name) || isRepetitive(name)) return null;
  const sameLength = `length(place_name.name) BETWEEN length(${value}) - 1 AND length(${value}) + 1`;
  const isSimilar =
    name.length < MIN_TRIGRAM_LENGTH
      ? `(place_name.name % ${value} OR place_name.name LIKE left(${value}, 1) || '%')`
      : `place_name.name % ${value}`;
  return `${isSimilar} AND ${sameLength}`;
}

/** Whether words recur so often that very many names are similar: `san san san`, not `walla walla`. */
function isRepetitive(name: string): boolean {
  const words = name.split(' ');
  return new Set(words).size * 2 < words.length;
}

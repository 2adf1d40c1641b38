import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, and the functions that convert text and points for searching. */
export class CreateSearchFunctions1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS postgis;
      CREATE EXTENSION IF NOT EXISTS intarray;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- unaccent() is only stable, because its dictionary could change; an index needs immutable.
      CREATE FUNCTION fold(value text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));

      -- The stems of both languages and the plain words, so that neither reader needs to choose.
      CREATE FUNCTION search_vector(value text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN to_tsvector('pg_catalog.english', public.fold(value))
            || to_tsvector('pg_catalog.spanish', public.fold(value))
            || to_tsvector('pg_catalog.simple', public.fold(value));

      -- Every word must be found, in the stem of either language; the last one may be unfinished.
      CREATE FUNCTION search_query(words text[]) RETURNS tsquery
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT SET client_min_messages = warning AS $$
        DECLARE
          answer tsquery;
          word text;
          term tsquery;
        BEGIN
          FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
            word := public.fold(words[i]);
            -- A word like "for" or "para" is in neither index of its own language.
            CONTINUE WHEN i < array_length(words, 1)
              AND (numnode(plainto_tsquery('pg_catalog.english', word)) = 0
                OR numnode(plainto_tsquery('pg_catalog.spanish', word)) = 0);
            term := plainto_tsquery('pg_catalog.english', word)
                 || plainto_tsquery('pg_catalog.spanish', word)
                 || plainto_tsquery('pg_catalog.simple', word);
            IF i = array_length(words, 1) THEN
              term := term || to_tsquery('pg_catalog.simple', quote_literal(word) || ':*');
            END IF;
            answer := CASE WHEN answer IS NULL THEN term ELSE answer && term END;
          END LOOP;
          RETURN answer;
        END $$;

      -- Minutes since Monday 00:00 on the clocks of a time zone.
      CREATE FUNCTION week_minute(at timestamptz, time_zone text) RETURNS integer
        LANGUAGE sql STABLE PARALLEL SAFE STRICT
        RETURN (extract(isodow FROM at AT TIME ZONE time_zone)::integer - 1) * 1440
             + extract(hour FROM at AT TIME ZONE time_zone)::integer * 60
             + extract(minute FROM at AT TIME ZONE time_zone)::integer;

      -- Geocentric metres on the WGS 84 ellipsoid (a = 6378137 m, e2 = 0.00669437999014): straight
      -- lines between these points keep the order of distances along the ground.
      CREATE FUNCTION geocentric(point geography) RETURNS geometry
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN (
          SELECT ST_MakePoint(
            n * cos(latitude) * cos(longitude),
            n * cos(latitude) * sin(longitude),
            n * (1 - 0.00669437999014) * sin(latitude))
          FROM (SELECT latitude, longitude,
                       6378137 / sqrt(1 - 0.00669437999014 * sin(latitude) ^ 2) AS n
                  FROM (SELECT radians(ST_Y(point::geometry)) AS latitude,
                               radians(ST_X(point::geometry)) AS longitude) AS angles) AS vertical);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION geocentric(geography);
      DROP FUNCTION week_minute(timestamptz, text);
      DROP FUNCTION search_query(text[]);
      DROP FUNCTION search_vector(text);
      DROP FUNCTION fold(text);`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions by their ISO 3166-2 codes, and the names of towns and postal codes with their points. */
export class CreateGazetteer1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which edition of a data set was loaded last, so that loading it again can be skipped.
      CREATE TABLE loaded_data (
        name text PRIMARY KEY,
        hash text NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE region (
        code text PRIMARY KEY
          CHECK (code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$' OR code ~ '^X[A-Z](-[A-Z]{2})+$'),
        kind text NOT NULL CHECK (kind IN ('country', 'state', 'group')),
        names jsonb NOT NULL CHECK (names ? 'en' AND names ? 'es'),
        members text[] NOT NULL DEFAULT '{}' CHECK ((kind = 'group') = (members <> '{}')),
        page_position integer
      );

      CREATE TABLE place (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('city', 'postal_code', 'region', 'country')),
        name text NOT NULL,
        names text[] NOT NULL,
        region text CHECK (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        population integer CHECK (population >= 0),
        geog geography(Point, 4326) NOT NULL
          CHECK (abs(ST_Y(geog::geometry)) <= 90 AND abs(ST_X(geog::geometry)) <= 180),
        xyz geometry NOT NULL GENERATED ALWAYS AS (geocentric(geog)) STORED
      );
      CREATE INDEX place_xyz_idx ON place USING gist (xyz gist_geometry_ops_nd) WHERE kind = 'city';

      -- One row for each way to write a place, folded: the search looks here and nowhere else.
      CREATE TABLE place_name (
        place_id text NOT NULL REFERENCES place ON DELETE CASCADE,
        name text NOT NULL,
        PRIMARY KEY (name, place_id)
      );
      CREATE INDEX place_name_prefix_idx ON place_name (name text_pattern_ops);
      CREATE INDEX place_name_trigram_idx ON place_name USING gin (name gin_trgm_ops);
      CREATE INDEX place_name_place_idx ON place_name (place_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE place_name, place, region, loaded_data;`);
  }
}

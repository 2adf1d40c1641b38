import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of public reads: rows that contain their response as it is served. */
export class CreateReadModel1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every value that can be filtered by is a small number, so that one index holds them all.
      CREATE TABLE tag (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        code text NOT NULL,
        UNIQUE (kind, code)
      );

      CREATE TABLE listing (
        id uuid PRIMARY KEY,
        slug text COLLATE "C" NOT NULL UNIQUE,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        location_id uuid REFERENCES location ON DELETE CASCADE,
        sort_name text COLLATE "C" NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'closed', 'unknown')),
        geog geography(Point, 4326),
        xyz geometry GENERATED ALWAYS AS (geocentric(geog)) STORED,
        -- Web Mercator as a fraction of the world, from the top left: the grid of map clusters.
        map_x double precision,
        map_y double precision,
        tags integer[] NOT NULL,
        search tsvector NOT NULL,
        verified_at timestamptz,
        due_at timestamptz,
        -- Minutes since Monday 00:00 in time_zone during which it is open.
        open_week int4multirange,
        time_zone text,
        pin text,
        card text NOT NULL,
        CHECK ((geog IS NULL) = (map_x IS NULL) AND (geog IS NULL) = (map_y IS NULL)
           AND (geog IS NULL) = (pin IS NULL)),
        CHECK ((open_week IS NULL) = (time_zone IS NULL))
      ) WITH (toast_tuple_target = 8160);
      CREATE INDEX listing_nearest_idx ON listing
        USING gist (xyz gist_geometry_ops_nd, tags gist__int_ops)
        WHERE status <> 'closed' AND xyz IS NOT NULL;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status)
        WHERE map_x IS NOT NULL;
      CREATE INDEX listing_tags_idx ON listing USING gin (tags gin__int_ops);
      CREATE INDEX listing_search_idx ON listing USING gin (search);
      CREATE INDEX listing_name_idx ON listing (sort_name, id);
      CREATE INDEX listing_organization_idx ON listing (organization_id);
      CREATE INDEX listing_remote_idx ON listing (sort_name, id) WHERE geog IS NULL;

      -- Organizations, help lines and facilities as they are served.
      CREATE TABLE directory_card (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('organization', 'help_line', 'facility')),
        slug text NOT NULL,
        sort_name text COLLATE "C" NOT NULL,
        tags integer[] NOT NULL,
        search tsvector NOT NULL,
        longitude double precision,
        latitude double precision,
        verified_at timestamptz,
        due_at timestamptz,
        card text NOT NULL,
        UNIQUE (kind, slug)
      ) WITH (toast_tuple_target = 8160);
      CREATE INDEX directory_card_name_idx ON directory_card (kind, sort_name, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE directory_card, listing, tag;
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

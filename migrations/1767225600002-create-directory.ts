import type { MigrationInterface, QueryRunner } from 'typeorm';

const record = `
  confidence text NOT NULL DEFAULT 'unverified'
    CHECK (confidence IN ('confirmed', 'likely', 'unverified')),
  confidence_note text,
  verified_at timestamptz,
  due_at timestamptz CHECK ((due_at IS NULL) = (verified_at IS NULL) AND due_at > verified_at),
  seed_hash text,
  edited_at timestamptz,
  last_modified timestamptz NOT NULL DEFAULT now()`;

const e164 = `'^\\+[1-9][0-9]{7,14}$'`;
const iso3166 = `'^[A-Z]{2}(-[A-Z0-9]{1,3})?$'`;
const subdivision = `'^[A-Z]{2}-[A-Z0-9]{1,3}$'`;

/** Organizations and services with the names of HSDS 3.1, and help lines, facilities and codes. */
export class CreateDirectory1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL CHECK (name <> ''),
        alternate_names text[] NOT NULL DEFAULT '{}',
        page_name text,
        page_region text CHECK (page_region ~ ${iso3166} OR page_region ~ '^X[A-Z](-[A-Z]{2})+$'),
        page_position integer,
        description text,
        email text,
        website text CHECK (website ~ '^https?://'),
        status text NOT NULL CHECK (status IN ('active', 'closed', 'unknown')),
        status_note text,
        closed_on date,
        what_happened text CHECK (status = 'closed' OR what_happened IS NULL),
        still_there text,
        ${record}
      );

      CREATE TABLE service (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        name text NOT NULL,
        description text,
        eligibility_description text,
        hours_description text,
        status text NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed'))
      );
      CREATE INDEX service_organization_idx ON service (organization_id);

      CREATE TABLE location (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        location_type text NOT NULL CHECK (location_type IN ('physical', 'postal')),
        name text,
        description text,
        visibility text NOT NULL CHECK (visibility IN ('exact', 'area', 'hidden')),
        point_precision text CHECK (point_precision IN ('address', 'city')),
        geog geography(Point, 4326)
          CHECK (abs(ST_Y(geog::geometry)) <= 90 AND abs(ST_X(geog::geometry)) <= 180),
        place_id text REFERENCES place,
        time_zone text,
        as_of text,
        CHECK ((geog IS NULL) = (point_precision IS NULL))
      );
      CREATE INDEX location_organization_idx ON location (organization_id);
      CREATE INDEX location_place_idx ON location (place_id);

      CREATE TABLE service_at_location (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        location_id uuid NOT NULL REFERENCES location ON DELETE CASCADE,
        UNIQUE (service_id, location_id)
      );
      CREATE INDEX service_at_location_location_idx ON service_at_location (location_id);

      CREATE TABLE address (
        id uuid PRIMARY KEY,
        location_id uuid NOT NULL REFERENCES location ON DELETE CASCADE,
        address_type text NOT NULL CHECK (address_type IN ('physical', 'postal')),
        address_1 text,
        city text NOT NULL,
        state_province text NOT NULL CHECK (state_province ~ ${subdivision}),
        postal_code text,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        CHECK (left(state_province, 2) = country)
      );
      CREATE INDEX address_location_idx ON address (location_id);

      CREATE TABLE help_line (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        page_line text,
        page_position integer NOT NULL,
        name text,
        organization_name text,
        audience text,
        email text,
        website text CHECK (website ~ '^https?://'),
        hours_description text,
        note text,
        published boolean NOT NULL CHECK (NOT published OR name IS NOT NULL),
        ${record}
      );

      CREATE TABLE facility (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL,
        ice_code text NOT NULL UNIQUE,
        address_1 text NOT NULL,
        city text NOT NULL,
        state_province text NOT NULL CHECK (state_province ~ ${subdivision}),
        postal_code text NOT NULL,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        geog geography(Point, 4326) NOT NULL
          CHECK (abs(ST_Y(geog::geometry)) <= 90 AND abs(ST_X(geog::geometry)) <= 180),
        field_office text NOT NULL,
        average_daily_population numeric CHECK (average_daily_population >= 0),
        population_as_of text,
        in_use_as_of text,
        phone text CHECK (phone ~ ${e164}),
        note text,
        ${record}
      );

      CREATE TABLE phone (
        id uuid PRIMARY KEY,
        organization_id uuid REFERENCES organization ON DELETE CASCADE,
        help_line_id uuid REFERENCES help_line ON DELETE CASCADE,
        position integer NOT NULL,
        number text NOT NULL CHECK (number ~ ${e164}),
        description text,
        source_url text,
        as_of text,
        CHECK (num_nonnulls(organization_id, help_line_id) = 1)
      );
      CREATE INDEX phone_organization_idx ON phone (organization_id);
      CREATE INDEX phone_help_line_idx ON phone (help_line_id);

      CREATE TABLE speed_dial (
        id uuid PRIMARY KEY,
        organization_id uuid REFERENCES organization ON DELETE CASCADE,
        help_line_id uuid REFERENCES help_line ON DELETE CASCADE,
        code text NOT NULL CHECK (code ~ '^[0-9*#]{2,8}$'),
        status text NOT NULL CHECK (status IN ('working', 'blocked', 'unverified', 'retired')),
        verified_at timestamptz CHECK (verified_at IS NOT NULL OR status = 'unverified'),
        note text,
        CHECK (num_nonnulls(organization_id, help_line_id) = 1)
      );
      CREATE INDEX speed_dial_organization_idx ON speed_dial (organization_id);
      CREATE INDEX speed_dial_help_line_idx ON speed_dial (help_line_id);

      -- No row: the code works in every facility.
      CREATE TABLE speed_dial_facility (
        speed_dial_id uuid NOT NULL REFERENCES speed_dial ON DELETE CASCADE,
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        PRIMARY KEY (speed_dial_id, facility_id)
      );

      CREATE TABLE schedule (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        freq text NOT NULL DEFAULT 'WEEKLY' CHECK (freq = 'WEEKLY'),
        byday text NOT NULL CHECK (byday ~ '^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$'),
        opens_at time NOT NULL CHECK (opens_at < closes_at),
        closes_at time NOT NULL,
        time_zone text NOT NULL,
        description text
      );
      CREATE INDEX schedule_service_idx ON schedule (service_id);

      CREATE TABLE language (
        id uuid PRIMARY KEY,
        service_id uuid REFERENCES service ON DELETE CASCADE,
        help_line_id uuid REFERENCES help_line ON DELETE CASCADE,
        code text NOT NULL CHECK (code ~ '^[a-z]{2,3}$'),
        CHECK (num_nonnulls(service_id, help_line_id) = 1)
      );
      CREATE INDEX language_service_idx ON language (service_id);

      CREATE TABLE service_area (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        extent text NOT NULL CHECK (extent ~ ${iso3166}),
        extent_type text NOT NULL DEFAULT 'iso-3166'
      );
      CREATE INDEX service_area_service_idx ON service_area (service_id);

      CREATE TABLE taxonomy (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        description text NOT NULL,
        uri text
      );

      CREATE TABLE taxonomy_term (
        id uuid PRIMARY KEY,
        taxonomy_id uuid NOT NULL REFERENCES taxonomy ON DELETE CASCADE,
        code text NOT NULL CHECK (code ~ '^[a-z]+(-[a-z]+)*$'),
        names jsonb NOT NULL CHECK (names ? 'en' AND names ? 'es'),
        description text NOT NULL,
        position integer NOT NULL,
        UNIQUE (taxonomy_id, code)
      );

      CREATE TABLE attribute (
        id uuid PRIMARY KEY,
        link_id uuid NOT NULL,
        link_entity text NOT NULL CHECK (link_entity IN ('service', 'help_line')),
        taxonomy_term_id uuid NOT NULL REFERENCES taxonomy_term,
        UNIQUE (link_id, taxonomy_term_id)
      );

      CREATE TABLE cost_option (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        option text NOT NULL CHECK (option IN ('free', 'low-cost', 'paid'))
      );
      CREATE INDEX cost_option_service_idx ON cost_option (service_id);

      CREATE TABLE required_document (
        id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        document text NOT NULL
      );
      CREATE INDEX required_document_service_idx ON required_document (service_id);

      CREATE TABLE accessibility (
        id uuid PRIMARY KEY,
        location_id uuid NOT NULL REFERENCES location ON DELETE CASCADE,
        description text NOT NULL
      );
      CREATE INDEX accessibility_location_idx ON accessibility (location_id);

      CREATE TABLE url (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        label text,
        url text NOT NULL CHECK (url ~ '^https?://')
      );
      CREATE INDEX url_organization_idx ON url (organization_id);

      -- Where a value comes from. url is null for a source that was seen but has no public address.
      CREATE TABLE source (
        id uuid PRIMARY KEY,
        record_kind text NOT NULL CHECK (record_kind IN ('organization', 'help_line', 'facility')),
        record_id uuid NOT NULL,
        position integer NOT NULL,
        url text CHECK (url ~ '^https?://'),
        what text NOT NULL,
        date text CHECK (date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
      );
      CREATE INDEX source_record_idx ON source (record_id);

      -- A published verification without anything to show for it is refused by the database itself.
      CREATE FUNCTION verified_has_source() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.verified_at IS NOT NULL
             AND NOT EXISTS (SELECT FROM source WHERE record_id = NEW.id) THEN
            RAISE EXCEPTION '% % is verified but has no source', TG_TABLE_NAME, NEW.slug
              USING ERRCODE = 'check_violation', CONSTRAINT = 'verified_has_source';
          END IF;
          RETURN NULL;
        END $$;

      -- A record that a person changed is no longer the loader's: it says so itself, whichever way
      -- the change came.
      CREATE FUNCTION mark_edited() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.last_modified := now();
          IF NEW.seed_hash IS NOT DISTINCT FROM OLD.seed_hash THEN
            NEW.edited_at := now();
          END IF;
          RETURN NEW;
        END $$;`);
    for (const table of ['organization', 'help_line', 'facility']) {
      await runner.query(`
        CREATE CONSTRAINT TRIGGER ${table}_verified_has_source
          AFTER INSERT OR UPDATE ON ${table} DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION verified_has_source();
        CREATE TRIGGER ${table}_mark_edited BEFORE UPDATE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION mark_edited();`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE source, url, accessibility, required_document, cost_option, attribute,
        taxonomy_term, taxonomy, service_area, language, schedule, speed_dial_facility, speed_dial,
        phone, facility, help_line, address, service_at_location, location, service, organization;
      DROP FUNCTION mark_edited();
      DROP FUNCTION verified_has_source();`);
  }
}

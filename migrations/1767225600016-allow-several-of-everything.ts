import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whatever HSDS allows several of: addresses, phones and hours of a place, phones, hours and
 * translations of a service. Filters about services match one and the same service.
 */
export class AllowSeveralOfEverything1767225600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE address ADD COLUMN position integer NOT NULL DEFAULT 0;

      ALTER TABLE phone DROP CONSTRAINT phone_check,
        ADD COLUMN service_id uuid REFERENCES service ON DELETE CASCADE,
        ADD COLUMN location_id uuid REFERENCES location ON DELETE CASCADE,
        ADD CONSTRAINT phone_has_one_owner
          CHECK (num_nonnulls(organization_id, help_line_id, service_id, location_id) = 1);
      CREATE INDEX phone_service_idx ON phone (service_id);
      CREATE INDEX phone_location_idx ON phone (location_id);

      ALTER TABLE schedule ALTER COLUMN service_id DROP NOT NULL,
        ADD COLUMN location_id uuid REFERENCES location ON DELETE CASCADE,
        ADD COLUMN service_at_location_id uuid REFERENCES service_at_location ON DELETE CASCADE,
        ADD CONSTRAINT schedule_has_one_owner
          CHECK (num_nonnulls(service_id, location_id, service_at_location_id) = 1);
      CREATE INDEX schedule_location_idx ON schedule (location_id);
      CREATE INDEX schedule_service_at_location_idx ON schedule (service_at_location_id);

      -- Of one service; NULL: of the organization.
      ALTER TABLE translation ADD COLUMN service_id uuid REFERENCES service ON DELETE CASCADE;
      UPDATE translation SET service_id = (
          SELECT id FROM service WHERE service.organization_id = translation.organization_id
           ORDER BY id LIMIT 1)
        WHERE field IN ('eligibility', 'hours');
      DELETE FROM translation WHERE field IN ('eligibility', 'hours') AND service_id IS NULL;
      ALTER TABLE translation DROP CONSTRAINT translation_pkey,
        ADD CONSTRAINT translation_text_key
          UNIQUE NULLS NOT DISTINCT (organization_id, service_id, field, language),
        ADD CONSTRAINT translation_has_field CHECK (field = 'description'
          OR (field IN ('eligibility', 'hours')) = (service_id IS NOT NULL));
      CREATE INDEX translation_service_idx ON translation (service_id);`);
    await runner.query(`
      ALTER TABLE listing ADD COLUMN several_services boolean NOT NULL DEFAULT false;
      DROP INDEX listing_map_idx;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y)
        INCLUDE (status, slug, tags, several_services) WHERE map_x IS NOT NULL;

      -- What filters match of each service, for listings with several services.
      CREATE TABLE listing_service (
        listing_id uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
        service_id uuid NOT NULL REFERENCES service ON DELETE CASCADE,
        tags integer[] NOT NULL,
        open_week int4multirange,
        time_zone text,
        PRIMARY KEY (listing_id, service_id),
        CHECK ((open_week IS NULL) = (time_zone IS NULL))
      );
      CREATE INDEX listing_service_service_idx ON listing_service (service_id);

      -- Help without a place has such a slug where the only office has that of its organization.
      ALTER TABLE location ADD CONSTRAINT location_slug_is_no_remote_one
        CHECK (slug !~ '-remote$');
      ALTER TABLE organization ADD CONSTRAINT organization_slug_is_no_remote_one
        CHECK (slug !~ '-remote$');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization DROP CONSTRAINT organization_slug_is_no_remote_one;
      ALTER TABLE location DROP CONSTRAINT location_slug_is_no_remote_one;
      DROP TABLE listing_service;
      DROP INDEX listing_map_idx;
      ALTER TABLE listing DROP COLUMN several_services;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status, slug, tags)
        WHERE map_x IS NOT NULL;

      ALTER TABLE translation DROP CONSTRAINT translation_has_field,
        DROP CONSTRAINT translation_text_key;
      DELETE FROM translation WHERE field = 'description' AND service_id IS NOT NULL;
      DELETE FROM translation WHERE service_id <> (
        SELECT id FROM service WHERE service.organization_id = translation.organization_id
         ORDER BY id LIMIT 1);
      ALTER TABLE translation DROP COLUMN service_id,
        ADD PRIMARY KEY (organization_id, field, language);

      DELETE FROM schedule WHERE service_id IS NULL;
      ALTER TABLE schedule DROP COLUMN service_at_location_id, DROP COLUMN location_id,
        ALTER COLUMN service_id SET NOT NULL;

      DELETE FROM phone WHERE num_nonnulls(organization_id, help_line_id) = 0;
      ALTER TABLE phone DROP COLUMN location_id, DROP COLUMN service_id,
        ADD CONSTRAINT phone_check CHECK (num_nonnulls(organization_id, help_line_id) = 1);

      ALTER TABLE address DROP COLUMN position;
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

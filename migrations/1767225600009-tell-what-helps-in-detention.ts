import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Organizations stated to work in a facility, the history of codes, and lines that find a person.
 */
export class TellWhatHelpsInDetention1767225600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_facility (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        statement text NOT NULL CHECK (statement <> ''),
        source_url text CHECK (source_url ~ '^https?://'),
        as_of text CHECK (as_of ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        PRIMARY KEY (organization_id, facility_id)
      );
      CREATE INDEX organization_facility_facility_idx ON organization_facility (facility_id);

      CREATE TABLE speed_dial_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        speed_dial_id uuid NOT NULL REFERENCES speed_dial ON DELETE CASCADE,
        status text CHECK (status IN ('working', 'blocked', 'unverified', 'retired')),
        date text NOT NULL CHECK (date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        what text NOT NULL CHECK (what <> ''),
        source_url text CHECK (source_url ~ '^https?://')
      );
      CREATE INDEX speed_dial_event_speed_dial_idx ON speed_dial_event (speed_dial_id, date);

      -- Whose line it is, where that organization has a record: its codes are those of its lines, so
      -- that no code has two statuses.
      ALTER TABLE help_line ADD COLUMN locates boolean NOT NULL DEFAULT false,
        ADD COLUMN organization_id uuid REFERENCES organization ON DELETE SET NULL;
      CREATE INDEX help_line_organization_idx ON help_line (organization_id);

      ALTER TABLE directory_card DROP CONSTRAINT directory_card_kind_check,
        ADD CONSTRAINT directory_card_kind_check
          CHECK (kind IN ('organization', 'help_line', 'facility', 'speed_dial'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM directory_card WHERE kind = 'speed_dial';
      ALTER TABLE directory_card DROP CONSTRAINT directory_card_kind_check,
        ADD CONSTRAINT directory_card_kind_check
          CHECK (kind IN ('organization', 'help_line', 'facility'));
      ALTER TABLE help_line DROP COLUMN locates, DROP COLUMN organization_id;
      DROP TABLE speed_dial_event, organization_facility;
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

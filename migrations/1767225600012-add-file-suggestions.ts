import type { MigrationInterface, QueryRunner } from 'typeorm';

const markEdited = (first: string) => `
  CREATE OR REPLACE FUNCTION mark_edited() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${first}
      NEW.last_modified := now();
      IF NEW.seed_hash IS NOT DISTINCT FROM OLD.seed_hash THEN
        NEW.edited_at := now();
      END IF;
      RETURN NEW;
    END $$;`;

/**
 * Suggestions of the bundled records for records that a person has edited; migrations no longer mark
 * records as edited; translations that came from the bundled records can be removed with them.
 */
export class AddFileSuggestions1767225600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE suggestion
        ADD COLUMN origin text NOT NULL DEFAULT 'reader' CHECK (origin IN ('reader', 'file')),
        -- SHA-256 of the record in the file, in hexadecimal, or "removed".
        ADD COLUMN file_version text CHECK (file_version ~ '^([0-9a-f]{64}|removed)$'),
        -- The record in the file.
        ADD COLUMN proposed jsonb CHECK (jsonb_typeof(proposed) = 'object'),
        ADD CHECK ((origin = 'file') = (file_version IS NOT NULL)),
        ADD CHECK ((proposed IS NOT NULL) = (coalesce(file_version, 'removed') <> 'removed'));
      CREATE UNIQUE INDEX suggestion_file_version_idx ON suggestion (record_id, file_version)
        WHERE origin = 'file';
      CREATE UNIQUE INDEX suggestion_open_file_idx ON suggestion (record_id)
        WHERE origin = 'file' AND state = 'open';

      -- Whether the bundled records contained it; those remove only what they brought.
      ALTER TABLE translation ADD COLUMN seeded boolean NOT NULL DEFAULT false;
      UPDATE translation SET seeded = true;

      ${markEdited(`IF current_setting('amparo.migrating', true) = 'on' THEN
        RETURN NEW;
      END IF;`)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${markEdited('')}
      ALTER TABLE translation DROP COLUMN seeded;
      DELETE FROM suggestion WHERE origin = 'file';
      ALTER TABLE suggestion DROP COLUMN proposed, DROP COLUMN file_version, DROP COLUMN origin;`);
  }
}

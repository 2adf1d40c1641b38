import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guides in several languages, and the changes since they were written. */
export class TellGuides1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE guide
        ADD COLUMN position integer NOT NULL DEFAULT 0,
        ADD COLUMN seed_hash text,
        -- An editor's word, which no file takes back; null: as the file says.
        ADD COLUMN status_set text CHECK (status_set IN ('current', 'historical', 'under review'));

      CREATE TABLE guide_text (
        guide_id uuid NOT NULL REFERENCES guide ON DELETE CASCADE,
        language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
        title text NOT NULL CHECK (title <> ''),
        summary text NOT NULL CHECK (summary <> ''),
        body text NOT NULL CHECK (body <> ''),
        draft boolean NOT NULL,
        PRIMARY KEY (guide_id, language)
      );

      CREATE TABLE guide_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        guide_id uuid NOT NULL REFERENCES guide ON DELETE CASCADE,
        date text NOT NULL CHECK (date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        -- By language, English always.
        texts jsonb NOT NULL CHECK (texts ? 'en'),
        source_url text CHECK (source_url ~ '^https?://'),
        -- Whether it came with the guide's file; an editor's stays when that changes.
        seeded boolean NOT NULL DEFAULT false
      );
      CREATE INDEX guide_change_guide_idx ON guide_change (guide_id, date);

      ALTER TABLE source DROP CONSTRAINT source_record_kind_check,
        ADD CONSTRAINT source_record_kind_check
          CHECK (record_kind IN ('organization', 'help_line', 'facility', 'guide'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM source WHERE record_kind = 'guide';
      ALTER TABLE source DROP CONSTRAINT source_record_kind_check,
        ADD CONSTRAINT source_record_kind_check
          CHECK (record_kind IN ('organization', 'help_line', 'facility'));
      DROP TABLE guide_change, guide_text;
      ALTER TABLE guide DROP COLUMN status_set, DROP COLUMN seed_hash, DROP COLUMN position;
      DELETE FROM guide;`);
  }
}

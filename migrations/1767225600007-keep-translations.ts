import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts of organizations in other languages, each with a hash of its original. */
export class KeepTranslations1767225600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE translation (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        field text NOT NULL CHECK (field IN ('description', 'eligibility', 'hours',
          'what_happened', 'still_there', 'status_note')),
        language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$' AND language <> 'en'),
        text text NOT NULL CHECK (text <> ''),
        -- SHA-256 of the English text, in hexadecimal: another one means that it has changed since.
        source_hash text NOT NULL CHECK (source_hash ~ '^[0-9a-f]{64}$'),
        -- Who knows the language and has gone over it; NULL: a draft made by a machine.
        reviewed_by text,
        PRIMARY KEY (organization_id, field, language)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE translation');
  }
}

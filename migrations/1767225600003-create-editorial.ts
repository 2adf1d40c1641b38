import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of records: verifications, earlier versions, and the change sequence. */
export class CreateEditorial1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE verification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        record_kind text NOT NULL CHECK (record_kind IN ('organization', 'help_line', 'facility')),
        record_id uuid NOT NULL,
        verified_by text NOT NULL,
        method text NOT NULL CHECK (method IN ('phone', 'visit', 'email', 'website', 'other')),
        verified_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL CHECK (due_at > verified_at),
        note text
      );
      CREATE INDEX verification_record_idx ON verification (record_id, verified_at DESC);

      CREATE TABLE revision (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        record jsonb NOT NULL
      );
      CREATE INDEX revision_record_idx ON revision (record_id, id DESC);

      CREATE TABLE suggestion (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined'))
      );
      CREATE INDEX suggestion_record_idx ON suggestion (record_id);

      CREATE TABLE guide (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        status text NOT NULL CHECK (status IN ('current', 'historical', 'under review')),
        as_of date NOT NULL,
        reviewed_by text,
        review_due date
      );

      CREATE TABLE change (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        record_id text NOT NULL,
        action text NOT NULL CHECK (action IN ('created', 'updated', 'deleted', 'merged_into')),
        merged_into text CHECK ((action = 'merged_into') = (merged_into IS NOT NULL)),
        at timestamptz NOT NULL DEFAULT now()
      );

      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('amparo_change', '');
          RETURN NULL;
        END $$;
      CREATE TRIGGER change_announce AFTER INSERT ON change
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE change, guide, suggestion, revision, verification;
      DROP FUNCTION announce_change();`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const markEdited = (version: string) => `
  CREATE OR REPLACE FUNCTION mark_edited() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_setting('amparo.migrating', true) = 'on' THEN
        RETURN NEW;
      END IF;
      ${version}
      NEW.last_modified := now();
      IF NEW.seed_hash IS NOT DISTINCT FROM OLD.seed_hash THEN
        NEW.edited_at := now();
      END IF;
      RETURN NEW;
    END $$;`;

/**
 * Records have versions, so that two people do not overwrite each other; every change is a revision
 * and a row of the audit log; what contributors propose waits for review.
 */
export class AddEditing1767225600024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE help_line ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE facility ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE guide ADD COLUMN version integer NOT NULL DEFAULT 1,
        -- When its texts were edited; its status and further changes may be set without that.
        ADD COLUMN edited_at timestamptz;
      ALTER TABLE phone ADD COLUMN extension text CHECK (extension ~ '^[0-9]{1,10}$');
      ALTER TABLE translation ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid();

      ${markEdited('NEW.version := OLD.version + 1;')}

      CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.version := OLD.version + 1;
          RETURN NEW;
        END $$;
      CREATE TRIGGER guide_count_version BEFORE UPDATE ON guide
        FOR EACH ROW EXECUTE FUNCTION count_version();`);
    await this.addHistory(runner);
    await this.addReview(runner);
  }

  private async addHistory(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nothing has written these rows so far.
      DROP TABLE revision;
      CREATE TABLE revision (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        -- That the record has after it.
        version integer NOT NULL,
        action text NOT NULL CHECK (action IN ('created', 'updated', 'deleted', 'restored', 'reverted')),
        made_at timestamptz NOT NULL DEFAULT now(),
        -- Null when the data of that person were erased.
        author_id uuid,
        author_name text,
        reason text,
        source jsonb,
        before jsonb CHECK ((before IS NULL) = (action IN ('created', 'restored'))),
        after jsonb CHECK ((after IS NULL) = (action = 'deleted'))
      );
      CREATE INDEX revision_record_idx ON revision (record_id, id DESC);
      CREATE INDEX revision_author_idx ON revision (author_id);

      -- Deleted records: neither their ids nor their slugs are used again.
      CREATE TABLE tombstone (
        record_id uuid PRIMARY KEY,
        record_kind text NOT NULL,
        slugs text[] NOT NULL,
        -- Names that led to the record and its places: { kind, name, record_id }.
        former_names jsonb NOT NULL,
        version integer NOT NULL,
        verified_at timestamptz,
        due_at timestamptz,
        deleted_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX tombstone_slugs_idx ON tombstone USING gin (slugs);

      -- One row: the last of the audit log; none before the first.
      CREATE TABLE audit_head (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        seq bigint NOT NULL,
        hash bytea NOT NULL
      );
      CREATE TABLE audit (
        seq bigint PRIMARY KEY,
        -- The exact JSON text; jsonb would order it differently. Ids and hashes only.
        entry text NOT NULL,
        -- SHA-256 of the hash of the row before it and the entry.
        hash bytea NOT NULL
      );`);
  }

  private async addReview(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE verification ADD COLUMN outcome text NOT NULL DEFAULT 'still_right'
          CHECK (outcome IN ('still_right', 'changed', 'no_answer', 'closed', 'wrong_number')),
        ADD COLUMN author_id uuid,
        ALTER COLUMN verified_by DROP NOT NULL,
        ALTER COLUMN due_at DROP NOT NULL,
        ADD CONSTRAINT verification_confirms
          CHECK ((due_at IS NOT NULL) = (outcome IN ('still_right', 'changed')));
      CREATE INDEX verification_author_idx ON verification (author_id);

      ALTER TABLE suggestion DROP CONSTRAINT suggestion_origin_check,
        ADD CONSTRAINT suggestion_origin_check CHECK (origin IN ('reader', 'file', 'proposal'));

      -- What someone who keeps records proposes.
      CREATE TABLE proposal (
        suggestion_id uuid PRIMARY KEY REFERENCES suggestion ON DELETE CASCADE,
        author_id uuid,
        author_name text,
        action text NOT NULL CHECK (action IN ('update', 'delete')),
        -- Of the record that it changes.
        base jsonb NOT NULL,
        document jsonb CHECK ((document IS NULL) = (action = 'delete')),
        -- Whether the author cannot accept it.
        four_eyes boolean NOT NULL,
        note jsonb NOT NULL
      );
      CREATE INDEX proposal_author_idx ON proposal (author_id);

      CREATE TABLE suggestion_decision (
        suggestion_id uuid PRIMARY KEY REFERENCES suggestion ON DELETE CASCADE,
        author_id uuid,
        author_name text,
        reason text,
        revision_id bigint
      );
      CREATE INDEX suggestion_decision_author_idx ON suggestion_decision (author_id);

      -- Responses to requests that may be sent twice.
      CREATE TABLE idempotency_key (
        author_id uuid NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        made_at timestamptz NOT NULL,
        response jsonb,
        PRIMARY KEY (author_id, key)
      );
      CREATE INDEX idempotency_key_made_idx ON idempotency_key (made_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_key, suggestion_decision, proposal;
      DELETE FROM suggestion WHERE origin = 'proposal';
      ALTER TABLE suggestion DROP CONSTRAINT suggestion_origin_check,
        ADD CONSTRAINT suggestion_origin_check CHECK (origin IN ('reader', 'file'));
      DELETE FROM verification WHERE due_at IS NULL OR verified_by IS NULL;
      ALTER TABLE verification DROP CONSTRAINT verification_confirms,
        DROP COLUMN outcome, DROP COLUMN author_id,
        ALTER COLUMN verified_by SET NOT NULL, ALTER COLUMN due_at SET NOT NULL;
      DROP TABLE audit, audit_head, tombstone, revision;
      CREATE TABLE revision (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        record jsonb NOT NULL
      );
      CREATE INDEX revision_record_idx ON revision (record_id, id DESC);
      DROP TRIGGER guide_count_version ON guide;
      DROP FUNCTION count_version();
      ${markEdited('')}
      ALTER TABLE translation DROP COLUMN id;
      ALTER TABLE phone DROP COLUMN extension;
      ALTER TABLE guide DROP COLUMN edited_at, DROP COLUMN version;
      ALTER TABLE facility DROP COLUMN version;
      ALTER TABLE help_line DROP COLUMN version;
      ALTER TABLE organization DROP COLUMN version;`);
  }
}

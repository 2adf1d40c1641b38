import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lists of the console read one row for each record instead of the records themselves; people
 * store views of them, look after records, and change many at once.
 */
export class AddRecordLists1767225600027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Filled by the loader, and kept with every change of a record.
      CREATE TABLE record_summary (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        slug text NOT NULL,
        name text NOT NULL,
        sort_name text NOT NULL,
        -- What a search finds, folded: its names and its slug.
        words text NOT NULL,
        organization_id uuid,
        -- Where it is, or without a place where it helps.
        regions text[] NOT NULL,
        service_types text[] NOT NULL,
        status text NOT NULL,
        version integer NOT NULL,
        verified_at timestamptz,
        due_at timestamptz,
        -- When somebody last changed it; null: it is as it was bundled.
        changed_at timestamptz,
        -- Why it should be verified when it is due; null: nobody should.
        harm text,
        -- From when on it should be verified.
        queue_from timestamptz NOT NULL,
        -- When somebody last tried to verify it in vain, and should not be the next to try.
        attempted_at timestamptz
      );
      CREATE INDEX record_summary_name_idx ON record_summary (sort_name, id);
      CREATE INDEX record_summary_changed_idx ON record_summary (changed_at DESC NULLS LAST, id);
      CREATE INDEX record_summary_verified_idx ON record_summary (verified_at DESC NULLS LAST, id);
      CREATE INDEX record_summary_due_idx ON record_summary (due_at NULLS LAST, id);
      CREATE INDEX record_summary_queue_idx ON record_summary (harm, queue_from, id);
      CREATE INDEX record_summary_attempted_idx ON record_summary (attempted_at)
        WHERE attempted_at IS NOT NULL;
      CREATE INDEX record_summary_organization_idx ON record_summary (organization_id);
      CREATE INDEX record_summary_regions_idx ON record_summary USING gin (regions);
      CREATE INDEX record_summary_services_idx ON record_summary USING gin (service_types);

      -- Who looks after a record.
      CREATE TABLE assignment (
        record_id uuid PRIMARY KEY,
        record_kind text NOT NULL,
        assignee_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
        assigned_at timestamptz NOT NULL
      );
      CREATE INDEX assignment_assignee_idx ON assignment (assignee_id);

      -- Records that somebody wants to have verified, whenever they are due.
      CREATE TABLE verification_request (
        record_id uuid PRIMARY KEY,
        record_kind text NOT NULL,
        requested_at timestamptz NOT NULL
      );`);
    await this.addViewsAndBulkChanges(runner);
  }

  private async addViewsAndBulkChanges(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        -- The query of the list, as in its address.
        query text NOT NULL CHECK (length(query) <= 1000),
        UNIQUE (user_id, name)
      );

      -- One change of many records, which can be undone as one.
      CREATE TABLE bulk_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        author_id uuid NOT NULL REFERENCES account_user ON DELETE CASCADE,
        -- The Idempotency-Key of its requests.
        key text NOT NULL,
        change jsonb NOT NULL,
        note jsonb,
        made_at timestamptz NOT NULL,
        undone_at timestamptz,
        UNIQUE (author_id, key)
      );
      CREATE TABLE bulk_change_record (
        bulk_change_id uuid NOT NULL REFERENCES bulk_change ON DELETE CASCADE,
        record_id uuid NOT NULL,
        record_kind text NOT NULL,
        outcome text NOT NULL
          CHECK (outcome IN ('done', 'unchanged', 'changed_since', 'not_found', 'refused')),
        detail text,
        -- What it has after the change of a field.
        version integer,
        revision_id bigint,
        -- Who looked after it before; null: nobody did, or that is not what was changed.
        former_assignee_id uuid,
        undo_outcome text CHECK (undo_outcome IN ('done', 'changed_since', 'not_found', 'refused')),
        PRIMARY KEY (bulk_change_id, record_id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bulk_change_record, bulk_change, saved_view, verification_request, assignment,
        record_summary;
      DELETE FROM loaded_data WHERE name = 'record_summary';`);
  }
}

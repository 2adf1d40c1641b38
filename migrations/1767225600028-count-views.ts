import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often records are seen, a number for each record and day, so that those are confirmed first. */
export class CountViews1767225600028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nothing about who has seen it. Deleted after 90 days.
      CREATE TABLE record_view (
        record_id uuid NOT NULL,
        day date NOT NULL,
        views bigint NOT NULL,
        PRIMARY KEY (record_id, day)
      );
      CREATE INDEX record_view_day_idx ON record_view (day);

      -- How often it was seen in 30 days, as a power of two; 0: not at all.
      ALTER TABLE record_summary ADD COLUMN seen smallint NOT NULL DEFAULT 0;
      DROP INDEX record_summary_queue_idx;
      CREATE INDEX record_summary_queue_idx ON record_summary (harm, seen, queue_from, id);
      CREATE INDEX record_summary_seen_idx ON record_summary (id) WHERE seen > 0;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX record_summary_queue_idx;
      ALTER TABLE record_summary DROP COLUMN seen;
      CREATE INDEX record_summary_queue_idx ON record_summary (harm, queue_from, id);
      DROP TABLE record_view;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The server holds in memory what filters match of each listing, in order of the names. It reads that
 * at its start from the index alone: the rows are twenty times as large.
 */
export class CoverListingFilters1767225600019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_name_idx;
      CREATE INDEX listing_name_idx ON listing (sort_name, id)
        INCLUDE (organization_id, status, location_id, map_x, map_y, tags, verified_at, due_at,
          open_week, time_zone, several_services);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_name_idx;
      CREATE INDEX listing_name_idx ON listing (sort_name, id);`);
  }
}

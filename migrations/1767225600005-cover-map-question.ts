import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the index answer a map's question by itself: some thousand rows gathered, none fetched. */
export class CoverMapQuestion1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_map_idx;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status, slug, tags)
        WHERE map_x IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_map_idx;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status)
        WHERE map_x IS NOT NULL;`);
  }
}

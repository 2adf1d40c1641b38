import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The map query is an index-only scan over some thousand rows. The nearest listings including
 * closed ones use the same index as the nearest open ones.
 */
export class CompleteListingIndexes1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_map_idx;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status, slug, tags)
        WHERE map_x IS NOT NULL;
      DROP INDEX listing_nearest_idx;
      CREATE INDEX listing_nearest_idx ON listing
        USING gist (xyz gist_geometry_ops_nd, tags gist__int_ops)
        WHERE xyz IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_map_idx;
      CREATE INDEX listing_map_idx ON listing (map_x, map_y) INCLUDE (status)
        WHERE map_x IS NOT NULL;
      DROP INDEX listing_nearest_idx;
      CREATE INDEX listing_nearest_idx ON listing
        USING gist (xyz gist_geometry_ops_nd, tags gist__int_ops)
        WHERE status <> 'closed' AND xyz IS NOT NULL;`);
  }
}

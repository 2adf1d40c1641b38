import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each file of the sitemap has the pages of an even share of the slugs, by their hash, so that one
 * range of an index finds them, however many others there are.
 */
export class DivideSitemap1767225600021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From 0 to 1048575.
      CREATE FUNCTION sitemap_share(slug text) RETURNS integer
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN ('x' || left(md5(slug), 5))::bit(20)::integer;
      CREATE INDEX listing_sitemap_idx ON listing (sitemap_share(slug), slug)
        INCLUDE (organization_id);
      CREATE INDEX directory_card_sitemap_idx ON directory_card (kind, sitemap_share(slug), slug)
        INCLUDE (id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX directory_card_sitemap_idx, listing_sitemap_idx;
      DROP FUNCTION sitemap_share(text);`);
  }
}

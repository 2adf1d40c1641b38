import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words and tags find organizations by an index too, as they find listings. */
export class SearchDirectoryCards1767225600022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX directory_card_search_idx ON directory_card USING gin (search);
      CREATE INDEX directory_card_tags_idx ON directory_card USING gin (tags gin__int_ops);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX directory_card_tags_idx, directory_card_search_idx`);
  }
}

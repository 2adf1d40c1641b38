import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists contain of listings and entries is a document of its own, much smaller than the whole. */
export class AddSummaries1767225600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The read model is rebuilt after migrations; until then nothing is served.
    await runner.query(`
      ALTER TABLE listing ADD COLUMN summary text NOT NULL DEFAULT '{}';
      ALTER TABLE listing ALTER COLUMN summary DROP DEFAULT;
      ALTER TABLE directory_card ADD COLUMN summary text NOT NULL DEFAULT '{}';
      ALTER TABLE directory_card ALTER COLUMN summary DROP DEFAULT;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE directory_card DROP COLUMN summary;
      ALTER TABLE listing DROP COLUMN summary;
      DELETE FROM loaded_data WHERE name = 'read_model';`);
  }
}

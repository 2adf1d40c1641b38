import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a transaction has announced already, and when a page last changed, is looked up by record. */
export class IndexChangesByRecord1767225600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX change_record_idx ON change (record_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX change_record_idx');
  }
}

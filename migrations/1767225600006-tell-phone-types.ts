import type { MigrationInterface, QueryRunner } from 'typeorm';

/** HSDS `phone.type`: a textphone (TTY) or a fax must not be shown as a voice line. */
export class TellPhoneTypes1767225600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE phone ADD COLUMN type text
        CHECK (type IN ('text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE phone DROP COLUMN type');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is accepted without an appointment or with children, only according to a source. */
export class TellWhoIsAccepted1767225600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service ADD COLUMN accepts text[] NOT NULL DEFAULT '{}'
        CHECK (accepts <@ ARRAY['walk-ins', 'children', 'families'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE service DROP COLUMN accepts');
  }
}

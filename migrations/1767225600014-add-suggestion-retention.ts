import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an editor accepted or declined a suggestion: it is deleted some time after that. */
export class AddSuggestionRetention1767225600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE suggestion ADD COLUMN handled_at timestamptz;
      UPDATE suggestion SET handled_at = now() WHERE state <> 'open';
      ALTER TABLE suggestion
        ADD CONSTRAINT suggestion_handled_check CHECK ((state = 'open') = (handled_at IS NULL));
      CREATE INDEX suggestion_made_idx ON suggestion (made_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX suggestion_made_idx;
      ALTER TABLE suggestion DROP COLUMN handled_at;`);
  }
}

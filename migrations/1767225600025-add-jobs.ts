import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PG_BOSS_SCHEMA_46 } from './pg-boss/schema-46.ts';

/** Jobs, such as mails that wait to be sent, are rows of pg-boss in a schema of their own. */
export class AddJobs1767225600025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PG_BOSS_SCHEMA_46);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA pgboss CASCADE`);
  }
}

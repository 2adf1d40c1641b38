import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search by words ranks the first few thousand listings that match. Parallel workers would find
 * other ones each time, and pages would not fit together.
 */
export class RankWithoutWorkers1767225600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION search_query(text[]) PARALLEL UNSAFE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION search_query(text[]) PARALLEL SAFE');
  }
}

import type { DataSource } from 'typeorm';

/** Any number that no other program of this database locks by. */
const LOCK = 7_267_276;

/** Runs `work` while no other server of the same database runs its own, waiting for its turn. */
export async function withAdvisoryLock<T>(
  dataSource: DataSource,
  work: () => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    try {
      return await work();
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    await runner.release();
  }
}

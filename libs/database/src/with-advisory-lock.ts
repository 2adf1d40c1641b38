import type { DataSource } from 'typeorm';

/** An arbitrary lock id that no other program uses in this database. */
const LOCK = 7_267_276;

/** Runs `work` while holding an advisory lock, so that only one server at a time runs it. */
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

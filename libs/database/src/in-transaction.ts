import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { SilenceWatch, SilentDatabaseError } from './read/silence-watch.ts';

type Work<T> = (manager: EntityManager) => Promise<T>;

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * Only `manager` may be used inside it; with the embedded engine any other query would deadlock.
 *
 * @param limitMs how long it may wait for a connection, and again how long it may take; without it
 *   only the server limits its statements
 * @throws SilentDatabaseError when that is over: it is unknown then whether it was committed
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: Work<T>,
  limitMs?: number,
): Promise<T> {
  if (limitMs) return await withinLimit(dataSource, work, limitMs);
  return await dataSource.transaction(async (manager) => await work(manager));
}

async function withinLimit<T>(dataSource: DataSource, work: Work<T>, limitMs: number): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const watch = new SilenceWatch(false);
    const waiting = watch.begin(limitMs, reject);
    const transaction = async (): Promise<T> => {
      const runner = dataSource.createQueryRunner();
      try {
        const client: PoolClient & { end(): Promise<void> } = await runner.connect();
        if (waiting.isGivenUp) throw new SilentDatabaseError();
        watch.sent(waiting, () => void client.end());
        return await runner.manager.transaction(async (manager) => await work(manager));
      } finally {
        watch.end(waiting);
        await runner.release();
      }
    };
    transaction().then(resolve, reject);
  });
}

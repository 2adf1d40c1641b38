import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * Inside it only `manager` may be used; any other query would wait for the transaction's end.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return await dataSource.transaction(async (manager) => await work(manager));
}

import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * Only `manager` may be used inside it; with the embedded engine any other query would deadlock.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return await dataSource.transaction(async (manager) => await work(manager));
}

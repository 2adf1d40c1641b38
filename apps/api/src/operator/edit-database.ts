import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, inTransaction } from '#database';
import { parseSettings } from '../config/settings.ts';
import { openCommandDatabase } from './command-database.ts';

/** Edits the configured database in one transaction. */
export async function editDatabase<Result>(
  edit: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const database = await openCommandDatabase(parseSettings());
  try {
    const dataSource = await new DataSource(
      dataSourceOptions({ url: database.url, poolSize: 1, oneSession: true }),
    ).initialize();
    return await inTransaction(dataSource, edit).finally(() => dataSource.destroy());
  } finally {
    await database.stop();
  }
}

import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, inTransaction, runningEngineUrl } from '#database';
import { recordEntities } from '#directory';
import { type OpenDatabase, openDatabase } from '../bootstrap/open-database.ts';
import { parseSettings, type Settings } from '../config/settings.ts';
import { createLog } from '../ops/log.ts';

/**
 * Opens the configured database for a command. Where a server runs with the embedded engine, its engine
 * is used, so that the server needs not be stopped.
 *
 * @throws {DatabaseStartError} with one sentence that explains what to do
 */
export async function openCommandDatabase(settings: Settings): Promise<OpenDatabase> {
  const running = settings.databaseUrl ? null : runningEngineUrl(settings.dataFolder);
  if (running) return { url: running, poolSize: 1, oneSession: true, stop: async () => {} };
  return await openDatabase(settings, createLog(settings.logLevel), () => {});
}

/** Connects to the configured database while something is done with it. */
export async function withCommandDatabase<Result>(
  work: (dataSource: DataSource, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = parseSettings();
  const database = await openCommandDatabase(settings);
  try {
    const dataSource = await new DataSource({
      ...dataSourceOptions({ url: database.url, poolSize: 1, oneSession: true }),
      entities: Object.values(recordEntities),
    }).initialize();
    return await work(dataSource, settings).finally(() => dataSource.destroy());
  } finally {
    await database.stop();
  }
}

/** Edits the configured database in one transaction. */
export async function editDatabase<Result>(
  edit: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  return await withCommandDatabase((dataSource) => inTransaction(dataSource, edit));
}

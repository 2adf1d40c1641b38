import { runningEngineUrl } from '#database';
import { type OpenDatabase, openDatabase } from '../bootstrap/open-database.ts';
import type { Settings } from '../config/settings.ts';
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

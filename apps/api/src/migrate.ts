import 'reflect-metadata';
import { openDatabase } from './bootstrap/open-database.ts';
import { prepareDatabase } from './bootstrap/prepare-database.ts';
import { Terminal } from './bootstrap/terminal.ts';
import { parseSettings } from './config/settings.ts';
import { failToStart } from './config/start-error.ts';
import { createLog } from './ops/log.ts';

/** Migrates the database without starting the server: `npm run migrate`. */
async function main(): Promise<void> {
  const settings = parseSettings();
  const log = createLog(settings.logLevel);
  await new Terminal(process.stdout).withProgress('Opening the database', async (onProgress) => {
    const database = await openDatabase(settings, log, onProgress);
    try {
      await prepareDatabase(database.url, onProgress);
    } finally {
      await database.stop();
    }
  });
}

try {
  await main();
} catch (error) {
  failToStart(error);
}

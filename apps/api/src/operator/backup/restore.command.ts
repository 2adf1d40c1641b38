import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import {
  assertEmpty,
  createDatabase,
  dataSourceOptions,
  migrate,
  readBackupHead,
  restoreBackup,
} from '#database';
import { migrations } from '#migrations';
import { parseSettings } from '../../config/settings.ts';
import { type Command, CommandFailedError, type CommandResult, UsageError } from '../command.ts';
import { openCommandDatabase } from '../command-database.ts';

/** Fills an empty database with a backup. */
export const restoreCommand: Command = {
  summary: 'Fill a new or empty database with a backup',
  usage: `restore FILE
The database of DATABASE_URL is created if it does not exist; without DATABASE_URL, the embedded one is.
Sessions are not in a backup: everybody signs in again.`,
  run: async (words) => {
    const { positionals } = parseArgs({ args: words, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new UsageError();
    if (!existsSync(file)) throw new CommandFailedError(`There is no file ${file}.`);
    return await restore(file);
  },
};

async function restore(file: string): Promise<CommandResult> {
  const head = await readBackupHead(file);
  const known = migrations.map(({ name }) => name);
  if (head.migrations.some((name, index) => name !== known[index])) {
    throw new CommandFailedError(`${file} was made by a newer version of Amparo. Update first.`);
  }
  const settings = parseSettings();
  if (settings.databaseUrl) await createDatabase(settings.databaseUrl);
  const database = await openCommandDatabase(settings);
  try {
    // As they were when the backup was made, so that its tables fit; then all others.
    const rows = await withDatabase(
      database.url,
      migrations.slice(0, head.migrations.length),
      async (dataSource) => {
        await assertEmpty(dataSource);
        await migrate(dataSource);
        return await restoreBackup(dataSource, file);
      },
    );
    await withDatabase(database.url, migrations, migrate);
    const text = `Restored ${rows} rows of ${head.made_at}.`;
    return { text, data: { rows, made_at: head.made_at } };
  } finally {
    await database.stop();
  }
}

async function withDatabase<Result>(
  url: string,
  withMigrations: typeof migrations,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const options = { url, poolSize: 1, migrations: withMigrations, queryLimitMs: 0 };
  const dataSource = await new DataSource(dataSourceOptions(options)).initialize();
  return await work(dataSource).finally(() => dataSource.destroy());
}

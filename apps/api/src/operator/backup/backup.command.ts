import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { dataSourceOptions, writeBackup } from '#database';
import { parseSettings } from '../../config/settings.ts';
import { type Command, CommandFailedError, type CommandResult, UsageError } from '../command.ts';
import { openCommandDatabase } from '../command-database.ts';

/** Writes the whole database to one file. */
export const backupCommand: Command = {
  summary: 'Write the whole database to one file, also while the server runs',
  usage: `backup FILE
Only you can read the file. It contains private addresses: keep it as you keep the database.`,
  run: async (words) => {
    const { positionals } = parseArgs({ args: words, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new UsageError();
    if (existsSync(file)) throw new CommandFailedError(`${file} exists already.`);
    return await backUp(resolve(file));
  },
};

async function backUp(file: string): Promise<CommandResult> {
  const database = await openCommandDatabase(parseSettings());
  try {
    const { url, oneSession } = database;
    const dataSource = await new DataSource(
      dataSourceOptions({ url, poolSize: 1, oneSession, queryLimitMs: 0 }),
    ).initialize();
    const rows = await writeBackup(dataSource, { file, oneSession }).finally(() =>
      dataSource.destroy(),
    );
    return { text: `Wrote ${rows} rows to ${file}.`, data: { file, rows } };
  } finally {
    await database.stop();
  }
}

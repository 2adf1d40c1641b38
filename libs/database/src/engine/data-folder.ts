import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineOptions } from './engine-messages.ts';
import { DataFolderDamagedError, DataFolderGoneError, DataFolderTooNewError } from './errors.ts';
import { EngineSession } from './wire/engine-session.ts';

/** The major version of PostgreSQL in the embedded engine. */
const ENGINE_MAJOR = '18';

/**
 * Opens the database of a locked data folder and, if that is allowed, creates it if it does not
 * exist. It is created in a temporary folder and renamed, so that a crash does not leave an incomplete
 * database.
 * @throws {DataFolderGoneError} when it does not exist and may not be created
 * @throws {DataFolderDamagedError} when the files are not a complete database
 * @throws {DataFolderTooNewError} when another major version created them
 */
export async function openDataFolder(
  { dataFolder, mayCreate }: Pick<EngineOptions, 'dataFolder' | 'mayCreate'>,
  onProgress: (text: string) => void,
): Promise<EngineSession> {
  const database = join(dataFolder, 'postgres');
  if (!existsSync(database)) {
    if (!mayCreate) throw new DataFolderGoneError(database);
    onProgress('Creating the database');
    await create(`${database}.new`);
    renameSync(`${database}.new`, database);
  }
  checkVersion(database);
  onProgress('Opening the database');
  try {
    return await EngineSession.open(database);
  } catch (error) {
    throw new DataFolderDamagedError(database, reasonOf(error));
  }
}

async function create(temporary: string): Promise<void> {
  rmSync(temporary, { recursive: true, force: true });
  const session = await EngineSession.open(temporary);
  await session.close();
}

function checkVersion(database: string): void {
  if (!statSync(database).isDirectory()) {
    throw new DataFolderDamagedError(database, 'it is not a folder');
  }
  const file = join(database, 'PG_VERSION');
  if (!existsSync(file)) {
    const found = readdirSync(database).length ? 'PG_VERSION is missing' : 'the folder is empty';
    throw new DataFolderDamagedError(database, found);
  }
  const version = readFileSync(file, 'utf8').trim();
  if (!/^\d+$/.test(version))
    throw new DataFolderDamagedError(database, 'PG_VERSION is unreadable');
  if (version !== ENGINE_MAJOR) throw new DataFolderTooNewError(database, version, ENGINE_MAJOR);
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.slice(0, 200) || 'the engine cannot open it';
}

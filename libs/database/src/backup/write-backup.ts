import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import { MIGRATION_TABLE } from '../data-source-options.ts';
import { type BackedUpTable, backedUpTables } from './backed-up-tables.ts';
import { type BackupHead, type BackupLine, RowChecksum } from './backup-format.ts';

const ROWS_PER_LINE = 500;
/** How often a backup of the embedded engine starts again because somebody wrote in the meantime. */
const MAX_ATTEMPTS = 5;

/** Thrown when something was written during each attempt. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
}

export interface BackupOptions {
  /** Must not exist. */
  file: string;
  /**
   * Whether all connections share one session, as in the embedded engine: an open transaction would
   * make every visitor wait, so that the rows are read in short statements instead, and the backup
   * starts again if anything was written in the meantime.
   */
  oneSession: boolean;
}

/**
 * Writes the whole database to one file that only its owner can read. Sessions, unused links and limits
 * are left out.
 *
 * @returns the number of rows
 * @throws DatabaseBusyError when people write all the time
 * @throws Error of the file system, for example `EEXIST`
 */
export async function writeBackup(
  dataSource: DataSource,
  { file, oneSession }: BackupOptions,
): Promise<number> {
  if (!oneSession) {
    return await dataSource.transaction('REPEATABLE READ', async (manager) => {
      return await writeFile(file, manager);
    });
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const before = await nextTransaction(dataSource.manager);
    const rows = await writeFile(file, dataSource.manager);
    if ((await nextTransaction(dataSource.manager)) === before) return rows;
    await rm(file);
  }
  throw new DatabaseBusyError('The database was written to all the time. Try again later.');
}

/** The number of the next transaction that writes: equal when nothing was written. */
async function nextTransaction(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ next: string }[]>(
    `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next`,
  );
  return String(row?.next);
}

async function writeFile(file: string, manager: EntityManager): Promise<number> {
  let rows = 0;
  async function* texts(): AsyncGenerator<string> {
    for await (const line of lines(manager)) {
      if ('end' in line) rows += line.rows;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  try {
    await pipeline(Readable.from(texts()), createGzip(), target);
  } catch (error) {
    // A file that was there already is not ours.
    if ((error as { code?: string }).code !== 'EEXIST') await rm(file, { force: true });
    throw error;
  }
  return rows;
}

async function* lines(manager: EntityManager): AsyncGenerator<BackupLine> {
  yield await head(manager);
  for (const table of await backedUpTables(manager)) {
    yield { table: table.name, columns: table.columns };
    const checksum = new RowChecksum();
    for await (const rows of rowsOf(manager, table)) {
      checksum.add(rows);
      yield rows;
    }
    yield { end: table.name, ...checksum.end() };
  }
  yield { complete: true };
}

async function head(manager: EntityManager): Promise<BackupHead> {
  const migrations = await manager.query<{ name: string }[]>(
    `SELECT name FROM "${MIGRATION_TABLE}" ORDER BY id`,
  );
  const sequences = await manager.query<{ name: string; last: string }[]>(
    `SELECT sequencename AS name, last_value AS last FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return {
    format: 'amparo-backup',
    version: 1,
    made_at: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
    sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, Number(last)])),
  };
}

/** Reads a table in parts, each of which begins after the last key of the one before it. */
async function* rowsOf(
  manager: EntityManager,
  { name, primaryKey }: BackedUpTable,
): AsyncGenerator<string[]> {
  const row = `"${name}"::text AS "row"`;
  if (primaryKey.length === 0) {
    const all = await manager.query<{ row: string }[]>(`SELECT ${row} FROM "${name}"`);
    yield all.map((one) => one.row);
    return;
  }
  const key = primaryKey.map((column) => `"${column}"`).join(', ');
  const keyTexts = primaryKey.map((column) => `"${column}"::text`).join(', ');
  let after: string[] | null = null;
  for (;;) {
    // The types of the key are those of the columns that it is compared with.
    const condition = after
      ? `WHERE (${key}) > (${after.map((_, i) => `$${i + 1}`).join(', ')})`
      : '';
    const rows: { row: string; key: string[] }[] = await manager.query(
      `SELECT ${row}, ARRAY[${keyTexts}] AS key FROM "${name}" ${condition}
        ORDER BY ${key} LIMIT ${ROWS_PER_LINE}`,
      after ?? [],
    );
    if (rows.length > 0) yield rows.map((one) => one.row);
    if (rows.length < ROWS_PER_LINE) return;
    after = rows.at(-1)?.key ?? null;
  }
}

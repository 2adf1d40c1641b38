import type { DataSource, EntityManager } from 'typeorm';
import { type BackedUpTable, backedUpTables } from './backed-up-tables.ts';
import { RowChecksum } from './backup-format.ts';
import { BackupDamagedError, readBackup } from './read-backup.ts';

/** The tables that are empty in a database that nobody has used. */
const RECORDS = ['organization', 'help_line', 'facility', 'guide', 'account_user'];

/** Thrown when the database has records, which a restore would overwrite. */
export class DatabaseNotEmptyError extends Error {
  override name = 'DatabaseNotEmptyError';
}

/** @throws DatabaseNotEmptyError when the database has records or accounts */
export async function assertEmpty(dataSource: DataSource): Promise<void> {
  for (const table of RECORDS) {
    const [found] = await dataSource.query('SELECT to_regclass($1) IS NOT NULL AS present', [
      table,
    ]);
    if (!found.present) continue;
    const [row] = await dataSource.query(`SELECT EXISTS (SELECT FROM ${table}) AS used`);
    if (row.used) {
      throw new DatabaseNotEmptyError(
        'The database has records already. Restore a backup into an empty one.',
      );
    }
  }
}

/**
 * Fills a database that has the migrations of a backup, and no records, in one transaction.
 *
 * @returns the number of rows
 * @throws BackupDamagedError when the file is damaged: nothing is restored then
 */
export async function restoreBackup(dataSource: DataSource, file: string): Promise<number> {
  return await dataSource.transaction(async (manager) => {
    const tables = await backedUpTables(manager);
    await forEach(tables, 'DISABLE TRIGGER USER', manager);
    // Migrations wrote some rows already. Those that refer to others go first.
    for (const { name } of [...tables].reverse()) await manager.query(`DELETE FROM "${name}"`);
    const rows = await fill(manager, file, tables);
    await forEach(tables, 'ENABLE TRIGGER USER', manager);
    return rows;
  });
}

async function forEach(
  tables: BackedUpTable[],
  action: string,
  manager: EntityManager,
): Promise<void> {
  // Deferred checks of rows would refuse a change to their table.
  await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of tables) await manager.query(`ALTER TABLE "${name}" ${action}`);
}

async function fill(
  manager: EntityManager,
  file: string,
  tables: BackedUpTable[],
): Promise<number> {
  let total = 0;
  let table: BackedUpTable | undefined;
  let checksum = new RowChecksum();
  for await (const line of readBackup(file)) {
    if (Array.isArray(line)) {
      if (!table) throw new BackupDamagedError(`${file} has rows that belong to no table.`);
      checksum.add(line);
      await insert(manager, table, line);
    } else if ('table' in line) {
      table = tables.find(({ name }) => name === line.table);
      assertSameColumns(file, line, table);
      checksum = new RowChecksum();
    } else if ('end' in line) {
      const { rows, sha256 } = checksum.end();
      if (rows !== line.rows || sha256 !== line.sha256) {
        throw new BackupDamagedError(`${file} is damaged: the rows of ${line.end} were changed.`);
      }
      total += rows;
    } else if ('sequences' in line) {
      await setSequences(manager, line.sequences);
    }
  }
  return total;
}

function assertSameColumns(
  file: string,
  line: { table: string; columns: string[] },
  table: BackedUpTable | undefined,
): asserts table is BackedUpTable {
  if (table && line.columns.join() === table.columns.join()) return;
  throw new BackupDamagedError(
    `${file} has a table ${line.table} that this version does not know.`,
  );
}

async function insert(
  manager: EntityManager,
  { name, columns, generated }: BackedUpTable,
  rows: string[],
): Promise<void> {
  const stored = columns.filter((column) => !generated.includes(column));
  const into = stored.map((column) => `"${column}"`).join(', ');
  const from = stored.map((column) => `(item.r)."${column}"`).join(', ');
  await manager.query(
    `INSERT INTO "${name}" (${into}) OVERRIDING SYSTEM VALUE
     SELECT ${from} FROM (SELECT literal::"${name}" AS r FROM unnest($1::text[]) AS literal) AS item`,
    [rows],
  );
}

async function setSequences(
  manager: EntityManager,
  sequences: Record<string, number>,
): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    await manager.query('SELECT setval($1::regclass, $2)', [`public."${name}"`, last]);
  }
}

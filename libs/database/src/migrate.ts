import type { DataSource, EntitySubscriberInterface } from 'typeorm';
import { MIGRATION_TABLE } from './data-source-options.ts';
import { SchemaTooNewError } from './server-errors.ts';

/**
 * Runs the pending migrations, each in its own transaction. The rows that they rewrite do not count
 * as edited by a person.
 * @returns the names of the migrations that ran
 * @throws {SchemaTooNewError} when the database has migrations that this build does not know
 */
export async function migrate(
  dataSource: DataSource,
  onProgress: (text: string) => void = () => {},
): Promise<string[]> {
  const applied = await appliedMigrations(dataSource);
  assertNoUnknown(dataSource, applied);
  const pending = migrationNames(dataSource).filter((name) => !applied.includes(name));
  if (pending.length === 0) return [];
  onProgress(`Updating the database (${pending.length} steps)`);
  return await runPending(dataSource);
}

/**
 * Says in each transaction that it is a migration, so that the rows it rewrites do not count as
 * edited by a person. The setting ends with the transaction, also behind a pooler.
 */
const markTransactions: EntitySubscriberInterface = {
  afterTransactionStart: async ({ queryRunner }) => {
    await queryRunner.query(`SET LOCAL amparo.migrating = 'on'`);
  },
};

async function runPending(dataSource: DataSource): Promise<string[]> {
  dataSource.subscribers.push(markTransactions);
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    dataSource.subscribers.splice(dataSource.subscribers.indexOf(markTransactions), 1);
  }
}

function assertNoUnknown(dataSource: DataSource, applied: string[]): void {
  const known = migrationNames(dataSource);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length) throw new SchemaTooNewError(unknown);
}

function migrationNames(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [found] = await dataSource.query('SELECT to_regclass($1) IS NOT NULL AS present', [
    MIGRATION_TABLE,
  ]);
  if (!found.present) return [];
  const rows: { name: string }[] = await dataSource.query(
    `SELECT name FROM "${MIGRATION_TABLE}" ORDER BY id`,
  );
  return rows.map(({ name }) => name);
}

import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, withAdvisoryLock } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';

/** One connection holds the advisory lock while another one runs the migrations. */
const CONNECTIONS = 2;

/**
 * Migrates the database and loads the bundled records; an advisory lock admits one server at a
 * time.
 * @throws {SchemaTooNewError} when a newer version of Amparo has already migrated the database
 */
export async function prepareDatabase(
  url: string,
  onProgress: (step: string) => void,
): Promise<void> {
  const options = dataSourceOptions({ url, poolSize: CONNECTIONS, migrations, queryLimitMs: 0 });
  const dataSource = await new DataSource(options).initialize();
  try {
    await withAdvisoryLock(dataSource, async () => {
      await migrate(dataSource, onProgress);
      onProgress('Loading the records');
      await loadSeed(dataSource, onProgress);
    });
  } finally {
    await dataSource.destroy();
  }
}

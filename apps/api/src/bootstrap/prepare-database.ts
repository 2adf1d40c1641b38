import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, withAdvisoryLock } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';

/** The lock holds one connection while another one works. */
const CONNECTIONS = 2;

/**
 * Brings the tables up to date and loads the records that come with Amparo, one server at a time.
 * @throws {SchemaTooNewError} when a newer Amparo has changed the tables
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

import { startCluster } from '../../../test/database/cluster.ts';

/** One PostgreSQL server for all end-to-end tests; each test file makes its own database. */
export default async function globalSetup(): Promise<void> {
  const cluster = await startCluster({ durable: false });
  Object.assign(globalThis, { testCluster: cluster });
  process.env.TEST_PROCESSES_SERVER_URL = cluster.url('postgres');
}

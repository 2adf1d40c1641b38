import type { Cluster } from '../../../test/database/cluster.ts';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as unknown as { testCluster: Cluster }).testCluster.stop();
}

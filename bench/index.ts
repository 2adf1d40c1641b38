import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster } from '../test/database/cluster.ts';
import { fillDirectory, prepareRecords, settle } from '../test/database/filled-directory.ts';
import type { Towns } from '../test/directory/generated-towns.ts';
import { addNearestFunction } from './baselines/postgraphile-schema.ts';
import { measureOverload } from './overload.ts';
import { logProgress } from './progress.ts';
import { machineFacts, report } from './report.ts';
import { type Extent, measureAll, type Servers } from './run.ts';
import { measureScale } from './scale/measure-scale.ts';
import { installPostgraphile, postgraphileFacts, startServer } from './servers.ts';
import { createWorkloads, type Workload } from './workloads.ts';

// npm run bench [-- --quick] [--out FILE]: compares our speed with the best possible.
// npm run bench -- --full: measures each public route with up to a million listings.
const USUAL: Extent = {
  sizes: [1_000, 10_000, 100_000],
  connections: [1, 16, 64],
  rounds: 3,
  seconds: 1.5,
};
const QUICK: Extent = { sizes: [1_000, 100_000], connections: [16], rounds: 2, seconds: 1 };
const SAMPLE = 100;
const LARGE = ['shared_buffers=1GB', 'maintenance_work_mem=512MB', 'max_wal_size=8GB'];

async function startAll(cluster: Cluster, extent: Extent, mix: Workload): Promise<Servers> {
  installPostgraphile();
  const servers: Servers = new Map();
  for (const size of extent.sizes) {
    logProgress(`Filling a database with ${size} listings`);
    const environment = { DATABASE_URL: await fillDirectory(cluster, size) };
    const amparo = await startServer('amparo', environment, '/health/ready');
    const pool = await startServer('pool', environment, '/v1/nearby?lat=31&lon=-106');
    const bytes = await averageBytes(amparo.url, mix);
    logProgress(`An average answer of the mix has ${bytes} bytes`);
    const fixed = await startServer('fixed', { BODY_BYTES: String(bytes) }, '/v1/x');
    await addNearestFunction(environment.DATABASE_URL);
    const postgraphile = await startServer('postgraphile', environment, '/graphql');
    servers.set(size, { amparo, pool, fixed, postgraphile });
  }
  await settle(cluster);
  return servers;
}

async function averageBytes(url: string, mix: Workload): Promise<number> {
  let sum = 0;
  for (const path of mix.paths(3).slice(0, SAMPLE)) {
    sum += (await (await fetch(url + path)).arrayBuffer()).byteLength;
  }
  return Math.round(sum / SAMPLE);
}

async function measureReport(cluster: Cluster, extent: Extent): Promise<string> {
  const towns: Towns = await prepareRecords(cluster);
  const workloads = createWorkloads(towns);
  const servers = await startAll(cluster, extent, workloads.at(-1) as Workload);
  try {
    logProgress('Measuring');
    const results = await measureAll(servers, workloads, extent);
    if (results.some(({ errors }) => errors > 0)) process.exitCode = 1;
    const [smallest] = servers.values();
    const [nearest] = workloads;
    const overload = smallest && nearest ? await measureOverload(smallest.amparo, nearest) : [];
    const facts = [...machineFacts(), postgraphileFacts()];
    return [report(results, facts), ...overload, ''].join('\n');
  } finally {
    const all = [...servers.values()].flatMap((kinds) => Object.values(kinds));
    await Promise.all(all.map((server) => server.stop()));
  }
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, full: { type: 'boolean' }, out: { type: 'string' } },
});
const started = Date.now();
// A large directory has the memory of a server that is set up for it.
const cluster = await startCluster({ durable: false, settings: values.full ? LARGE : [] });
try {
  const text = values.full
    ? await measureScale(cluster)
    : await measureReport(cluster, values.quick ? QUICK : USUAL);
  process.stdout.write(text);
  if (values.out) writeFileSync(values.out, text);
} finally {
  await cluster.stop();
  logProgress(`${Math.round((Date.now() - started) / 1000)} seconds in all`);
}

import pg from 'pg';
import type { Cluster } from '../../test/database/cluster.ts';
import { fillDirectory, prepareRecords, settle } from '../../test/database/filled-directory.ts';
import { logProgress } from '../progress.ts';
import { machineFacts } from '../report.ts';
import { measure } from '../servers.ts';
import { type KnownRecords, type MeasuredRoute, measuredRoutes } from './measured-routes.ts';
import { measureRoutes } from './route-costs.ts';
import { type MemoryUse, scaleReport } from './scale-report.ts';
import { type SizedServer, startSizedServer } from './sized-server.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const MEMORY_BOUNDS = new Map([
  [100_000, 300],
  [1_000_000, 600],
]);
const LOAD_SECONDS = 600;
const LOAD_CONNECTIONS = 8;
const LOADED_REQUESTS = 20_000;

/** Measures what each public route costs at three sizes of the directory, and the memory. */
export async function measureScale(cluster: Cluster): Promise<string> {
  const towns = await prepareRecords(cluster);
  const servers: SizedServer[] = [];
  try {
    for (const size of SIZES) {
      logProgress(`Filling a database with ${size} listings`);
      const url = await fillDirectory(cluster, size);
      servers.push(await startSizedServer(size, url));
    }
    await settle(cluster);
    const [first] = servers;
    if (!first) return '';
    const routes = measuredRoutes(towns, await knownRecords(first.databaseUrl));
    await checkComplete(first, routes);
    logProgress('Measuring each route');
    const costs = await measureRoutes(servers, routes);
    logProgress(`Loading the servers for ${LOAD_SECONDS} seconds`);
    const memory = await Promise.all(servers.map((server) => loadAndWeigh(server, routes)));
    return [...machineFacts(), '', scaleReport(costs, memory)].join('\n');
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function knownRecords(databaseUrl: string): Promise<KnownRecords> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const column = async (sql: string): Promise<string[]> =>
    (await client.query({ text: sql, rowMode: 'array' })).rows.map(([value]) => String(value));
  try {
    return {
      listings: await column(`SELECT slug FROM listing ORDER BY slug LIMIT 2000 OFFSET 1000`),
      listingIds: await column(`SELECT id FROM listing ORDER BY slug LIMIT 2000 OFFSET 3000`),
      facilities: await column(`SELECT slug FROM directory_card WHERE kind = 'facility'`),
      helpLines: await column(`SELECT slug FROM directory_card WHERE kind = 'help_line'`),
      speedDials: await column(`SELECT id FROM directory_card WHERE kind = 'speed_dial'`),
      guides: await column(`SELECT slug FROM guide ORDER BY slug`),
    };
  } finally {
    await client.end();
  }
}

/** @throws {Error} when a route of the API is not measured */
async function checkComplete({ url }: SizedServer, routes: MeasuredRoute[]): Promise<void> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
  const measured = new Set(routes.map(({ route }) => route));
  const missing = Object.entries(document.paths)
    .filter(([path, methods]) => 'get' in methods && !measured.has(path))
    .map(([path]) => path);
  if (missing.length > 0) throw new Error(`Not measured: ${missing.join(', ')}`);
}

async function loadAndWeigh(server: SizedServer, routes: MeasuredRoute[]): Promise<MemoryUse> {
  const requests = Array.from({ length: LOADED_REQUESTS }, (_, number) => {
    const route = routes[(number * 31) % routes.length] as MeasuredRoute;
    const body = route.body?.(number);
    return { path: route.url(number), ...(body && { body: JSON.stringify(body) }) };
  });
  await measure({
    url: server.url,
    connections: LOAD_CONNECTIONS,
    seconds: LOAD_SECONDS,
    requests,
  });
  return { size: server.size, megabytes: server.memory(), bound: MEMORY_BOUNDS.get(server.size) };
}

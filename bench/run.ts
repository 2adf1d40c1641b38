import { nearestQuery } from './baselines/postgraphile-schema.ts';
import type { LoadRequest, Measurement } from './load.ts';
import { type MeasuredServer, measure } from './servers.ts';
import type { ServerKind, Workload } from './workloads.ts';

/** The amount of measuring. */
export interface Extent {
  sizes: number[];
  connections: number[];
  rounds: number;
  seconds: number;
}

/** One line of the results: medians over the rounds. */
export interface Result extends Measurement {
  workload: string;
  server: ServerKind;
  size: number;
  connections: number;
}

/** The servers of each size. */
export type Servers = Map<number, Record<ServerKind, MeasuredServer>>;

/**
 * Measures everything. Servers and sizes alternate within each round, so that other load on the
 * machine affects all of them equally.
 */
export async function measureAll(
  servers: Servers,
  workloads: Workload[],
  extent: Extent,
): Promise<Result[]> {
  const results: Result[] = [];
  await warm(servers, workloads);
  for (const workload of workloads) {
    for (const connections of extent.connections) {
      const seen = new Map<string, Measurement[]>();
      for (let round = 1; round <= extent.rounds; round += 1) {
        for (const [size, kinds] of servers) {
          for (const server of workload.servers) {
            const requests = requestsFor(server, workload.paths(round * 1_000 + connections));
            const { url } = kinds[server];
            const one = await measure({ url, connections, seconds: extent.seconds, requests });
            const key = `${size}/${server}`;
            seen.set(key, [...(seen.get(key) ?? []), one]);
          }
        }
      }
      for (const [key, rounds] of seen) {
        const [size, server] = key.split('/') as [string, ServerKind];
        results.push({
          workload: workload.name,
          server,
          size: Number(size),
          connections,
          ...medians(rounds),
        });
      }
    }
  }
  return results;
}

/** Long enough to warm up the compiler and the caches of every server. */
const WARM_SECONDS = 4;

/** Warms up every server with every workload before measuring. */
async function warm(servers: Servers, workloads: Workload[]): Promise<void> {
  for (const kinds of servers.values()) {
    for (const workload of workloads) {
      for (const server of workload.servers) {
        const requests = requestsFor(server, workload.paths(7));
        const { url } = kinds[server];
        await measure({ url, connections: 16, seconds: WARM_SECONDS, requests });
      }
    }
  }
}

function requestsFor(server: ServerKind, paths: string[]): LoadRequest[] {
  if (server !== 'postgraphile') return paths.map((path) => ({ path }));
  return paths.map((path) => ({ path: '/graphql', body: nearestQuery(path) }));
}

function medians(rounds: Measurement[]): Measurement {
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  };
}

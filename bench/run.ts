import type { Seen } from './load.ts';
import type { Question, ServerKind } from './questions.ts';
import { type MeasuredServer, measure } from './servers.ts';

/** How much is measured. */
export interface Extent {
  sizes: number[];
  connections: number[];
  rounds: number;
  seconds: number;
}

/** One line of the results: medians over the rounds. */
export interface Result extends Seen {
  question: string;
  server: ServerKind;
  size: number;
  connections: number;
}

/** The servers of each size. */
export type Servers = Map<number, Record<ServerKind, MeasuredServer>>;

/**
 * Measures everything. Servers and sizes take turns within each round, so that whatever else the
 * machine does falls on all of them alike.
 */
export async function measureAll(
  servers: Servers,
  questions: Question[],
  extent: Extent,
): Promise<Result[]> {
  const results: Result[] = [];
  await warm(servers, questions);
  for (const question of questions) {
    for (const connections of extent.connections) {
      const seen = new Map<string, Seen[]>();
      for (let round = 1; round <= extent.rounds; round += 1) {
        for (const [size, kinds] of servers) {
          for (const server of question.servers) {
            const paths = question.paths(round * 1_000 + connections);
            const { url } = kinds[server];
            const one = await measure({ url, connections, seconds: extent.seconds, paths });
            const key = `${size}/${server}`;
            seen.set(key, [...(seen.get(key) ?? []), one]);
          }
        }
      }
      for (const [key, rounds] of seen) {
        const [size, server] = key.split('/') as [string, ServerKind];
        results.push({
          question: question.name,
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

/** Long enough for the compiler and the caches of every server to settle: a server runs for days. */
const WARM_SECONDS = 4;

/** Asks every server every question once before anything counts. */
async function warm(servers: Servers, questions: Question[]): Promise<void> {
  for (const kinds of servers.values()) {
    for (const question of questions) {
      for (const server of question.servers) {
        const paths = question.paths(7);
        await measure({ url: kinds[server].url, connections: 16, seconds: WARM_SECONDS, paths });
      }
    }
  }
}

function medians(rounds: Seen[]): Seen {
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  };
}

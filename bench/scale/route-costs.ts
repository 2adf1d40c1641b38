import pg from 'pg';
import { SeededRandom } from '../../test/directory/seeded-random.ts';
import type { MeasuredRoute } from './measured-routes.ts';
import type { SizedServer } from './sized-server.ts';

/** When a request arrives: first of its kind after a start, after a change, or among others. */
export const moments = ['start', 'change', 'warm'] as const;
export type Moment = (typeof moments)[number];

const ROUNDS: Record<Moment, number> = { start: 3, change: 11, warm: 21 };
/** The cost of whole answers is that of so many bytes. */
const BYTES = 20_000;
/** A server sees a change after a second. */
const CHANGE_SEEN_MS = 1_300;

/** The median of the milliseconds that a request takes by itself. */
export interface RouteCost {
  route: MeasuredRoute;
  size: number;
  moment: Moment;
  milliseconds: number;
}

/**
 * Measures each route, one request at a time. Sizes alternate and the order of the routes changes from
 * round to round.
 *
 * @throws {Error} for a response that is not 2xx
 */
export async function measureRoutes(
  servers: SizedServer[],
  routes: MeasuredRoute[],
): Promise<RouteCost[]> {
  const taken = new Map<string, number[]>();
  const keyOf = (route: MeasuredRoute, size: number, moment: Moment) =>
    `${routes.indexOf(route)} ${size} ${moment}`;
  let round = 0;
  for (const moment of moments) {
    for (let times = 0; times < ROUNDS[moment]; times += 1, round += 1) {
      const order = shuffled(routes, round);
      if (moment === 'start') for (const server of servers) await server.restart();
      if (moment === 'change') await changeOne(servers, round);
      for (const route of order) {
        for (const server of servers) {
          const key = keyOf(route, server.size, moment);
          const times = taken.get(key) ?? [];
          taken.set(key, times);
          times.push(await timed(server, route, round));
        }
      }
    }
  }
  return servers.flatMap(({ size }) =>
    routes.flatMap((route) =>
      moments.map((moment) => ({
        route,
        size,
        moment,
        milliseconds: median(taken.get(keyOf(route, size, moment)) ?? []),
      })),
    ),
  );
}

async function timed({ url }: SizedServer, route: MeasuredRoute, number: number): Promise<number> {
  const body = route.body?.(number);
  const headers = { 'accept-encoding': 'identity', 'content-type': 'application/json' };
  const started = performance.now();
  const response = await fetch(url + route.url(number), {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - started;
  if (!response.ok) throw new Error(`${route.url(number)}: ${response.status} ${text}`);
  return route.isWhole ? (milliseconds / text.length) * BYTES : milliseconds;
}

async function changeOne(servers: SizedServer[], round: number): Promise<void> {
  for (const { databaseUrl } of servers) {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query(
      `INSERT INTO change (kind, record_id, action)
       SELECT 'organization', id, 'updated' FROM organization ORDER BY slug OFFSET $1 LIMIT 1`,
      [round],
    );
    await client.end();
  }
  await new Promise((resolve) => setTimeout(resolve, CHANGE_SEEN_MS));
}

function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const random = new SeededRandom(seed);
  return values
    .map((value) => ({ value, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

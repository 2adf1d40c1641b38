import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

/** One measurement, asked for as JSON on the standard input and answered on the standard output. */
export interface Load {
  /** Of the server, without a path. */
  url: string;
  connections: number;
  seconds: number;
  /** Dealt out to the connections, so that no two ask the same at the same time. */
  paths: string[];
}

/** What was seen: answers per second, and milliseconds from question to whole answer. */
export interface Seen {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers other than 2xx, broken connections and timeouts. */
  errors: number;
}

async function run({ url, connections, seconds, paths }: Load): Promise<Seen> {
  const share = Math.floor(paths.length / connections);
  let dealt = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const own = paths.slice(dealt * share, (dealt + 1) * share);
      dealt += 1;
      client.setRequests(own.map((path) => ({ path })));
    },
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

process.stdout.write(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as Load)));

import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

/**
 * One measurement; the options are JSON on standard input, and the result is on standard output.
 */
export interface Load {
  /** URL of the server, without a path. */
  url: string;
  connections: number;
  seconds: number;
  /** Distributed among the connections, so that no two send the same request at the same time. */
  requests: LoadRequest[];
}

/** A GET, or the POST of a JSON text. */
export interface LoadRequest {
  path: string;
  body?: string;
}

/** The results: responses per second, and milliseconds from request to complete response. */
export interface Measurement {
  perSecond: number;
  p50: number;
  p99: number;
  /** Responses other than 2xx, broken connections and timeouts. */
  errors: number;
}

async function run({ url, connections, seconds, requests }: Load): Promise<Measurement> {
  const share = Math.floor(requests.length / connections);
  let assigned = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const own = requests.slice(assigned * share, (assigned + 1) * share);
      assigned += 1;
      client.setRequests(own.map(asHttp));
    },
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}

function asHttp({ path, body }: LoadRequest): autocannon.Request {
  if (body === undefined) return { path };
  return { path, method: 'POST', body, headers: { 'content-type': 'application/json' } };
}

process.stdout.write(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as Load)));

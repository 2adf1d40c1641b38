import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { negotiateEncoding } from '../compression/compression.ts';
import { policyOf } from './response-policy.ts';

/** The key of the response to a request: its URL, and the headers that choose among forms of it. */
export function keyOf({ headers }: IncomingMessage, url: string | undefined): string {
  return [negotiateEncoding(headers['accept-encoding']), headers.accept ?? '', url].join('\n');
}

/** The URL of a request without the query parameters that its route ignores. */
export function relevantUrl(request: FastifyRequest): string {
  const url = request.raw.url ?? '/';
  const parameters = policyOf(request)?.parameters;
  const end = url.indexOf('?');
  if (!parameters || end < 0) return url;
  const path = url.slice(0, end);
  // Compared decoded, kept as written: a route may decode a value in its own way.
  const relevant = url
    .slice(end + 1)
    .split('&')
    .filter((pair) => parameters.includes(nameOf(pair)));
  return relevant.length > 0 ? `${path}?${relevant.join('&')}` : path;
}

function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys();
  return name;
}

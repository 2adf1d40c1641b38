import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Concern, limitConcern } from './concern.ts';

/** The headers of a body, which a 304 does not have. */
export const CONTENT_HEADERS = ['content-type', 'content-length', 'content-encoding'];

/** A response as it was sent, including its security headers. */
export interface SentResponse {
  body: Buffer;
  headers: OutgoingHttpHeaders;
  etag: string;
  /** The route template, for the log. */
  route: string;
  /** Which changes concern it. */
  concern: Concern;
  /** Which record it shows, to count how often that is seen; null: none. */
  record: string | null;
}

/**
 * Sends a stored response again, or 304 to a matching condition.
 *
 * @returns the status
 */
export function replay(
  request: IncomingMessage,
  response: ServerResponse,
  { body, headers, etag, concern }: SentResponse,
): number {
  limitConcern(response, concern);
  if (etagMatches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, withoutContent(headers)).end();
    return 304;
  }
  response.writeHead(200, headers).end(body);
  return 200;
}

function withoutContent(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !CONTENT_HEADERS.includes(name)),
  );
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): a proxy may have marked our tag as weak. */
export function etagMatches(condition: string | undefined, etag: string): boolean {
  if (!condition) return false;
  return condition
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

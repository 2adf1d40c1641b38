import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { negotiateEncoding } from './compression.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** What an entry costs beside its body and its key, about. */
const ENTRY_BYTES = 500;

/** An answer as it was sent, security headers and all. */
export interface CachedResponse {
  body: Buffer;
  headers: OutgoingHttpHeaders;
  etag: string;
  /** The template of the address, for the log. */
  route: string;
}

/** Where the answer to a question is kept, while nothing changes. */
interface CacheSlot {
  version: string;
  key: string;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is told of an answer that was sent again. */
export interface ReplayedRequest {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
}

/** Public answers, kept ready to be sent again until something changes. */
export class ResponseCache {
  private readonly answers = new LRUCache<string, CachedResponse>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
  });
  private readonly places = new WeakMap<IncomingMessage, CacheSlot>();
  private currentVersion: (() => string | Promise<string>) | undefined;
  private version = '';

  constructor(private readonly onReplay: (replayed: ReplayedRequest) => void) {}

  /**
   * Begins to store responses.
   *
   * @param currentVersion changes whenever any public response may have changed; read once before
   *   each request, also before those that are not cached
   */
  invalidateOn(currentVersion: () => string | Promise<string>): void {
    this.currentVersion = currentVersion;
  }

  /**
   * Answers what was asked before, and hands everything else on. It stands before the framework,
   * whose way to a handler costs as much as the whole of a kept answer.
   */
  middleware(next: Handler): Handler {
    return (request, response) => {
      const handle = (): void => next(request, response);
      const reads = request.method === 'GET' || request.method === 'HEAD';
      const respondAt = (version: string): void => {
        if (!reads || !this.replayed(version, request, response)) handle();
      };
      if (!this.currentVersion) {
        handle();
        return;
      }
      const version = this.currentVersion();
      if (typeof version === 'string') respondAt(version);
      // Where the version cannot be read, the handler's own read reports what is wrong.
      else version.then(respondAt, handle);
    };
  }

  /** Keeps an answer for the next who ask the same, unless something has changed since it was asked for. */
  store(request: IncomingMessage, answer: CachedResponse): void {
    const place = this.places.get(request);
    if (place && place.version === this.version) this.answers.set(place.key, answer);
  }

  private replayed(version: string, request: IncomingMessage, response: ServerResponse): boolean {
    const started = performance.now();
    if (version !== this.version) {
      this.version = version;
      this.answers.clear();
    }
    const key = keyOf(request);
    const answer = this.answers.get(key);
    if (!answer) {
      this.places.set(request, { version, key });
      return false;
    }
    this.onReplay({
      method: request.method as string,
      route: answer.route,
      status: replay(request, response, answer),
      milliseconds: performance.now() - started,
    });
    return true;
  }
}

// A page may say at which address it was asked for, which a proxy tells in headers of its own.
function keyOf({ headers, url }: IncomingMessage): string {
  return [
    negotiateEncoding(headers['accept-encoding']),
    headers.accept ?? '',
    headers['x-forwarded-proto'] ?? '',
    headers['x-forwarded-host'] ?? '',
    headers.host ?? '',
    url,
  ].join('\n');
}

function replay(
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedResponse,
): number {
  const { body, headers, etag } = answer;
  if (etagMatches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, withoutContent(headers)).end();
    return 304;
  }
  response.writeHead(200, headers).end(body);
  return 200;
}

function withoutContent(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { 'content-type': _, 'content-length': __, 'content-encoding': ___, ...others } = headers;
  return others;
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2): a proxy may have marked our tag as weak. */
export function etagMatches(condition: string | undefined, etag: string): boolean {
  if (!condition) return false;
  return condition
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

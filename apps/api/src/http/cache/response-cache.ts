import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { negotiateEncoding } from './compression.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** Approximate overhead of an entry in addition to its body and its key. */
const ENTRY_BYTES = 500;

/** A response as it was sent, including its security headers. */
export interface CachedResponse {
  body: Buffer;
  headers: OutgoingHttpHeaders;
  etag: string;
  /** The route template, for the log. */
  route: string;
}

/** Where the response to a request is cached, and for which version of the data. */
interface CacheSlot {
  version: string;
  key: string;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is logged about a response that was sent from the cache. */
export interface ReplayedRequest {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
}

/** Caches public responses until the data changes. */
export class ResponseCache {
  private readonly responses = new LRUCache<string, CachedResponse>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
  });
  private readonly slots = new WeakMap<IncomingMessage, CacheSlot>();
  private currentVersion: (() => string | Promise<string>) | undefined;
  private version = '';

  constructor(private readonly onReplay: (replayed: ReplayedRequest) => void) {}

  /**
   * Starts caching responses.
   *
   * @param currentVersion changes whenever any public response may have changed; read once before
   *   each request, also before those that are not cached
   */
  invalidateOn(currentVersion: () => string | Promise<string>): void {
    this.currentVersion = currentVersion;
  }

  /**
   * Sends the cached response to a request, or passes the request on. It runs before the framework,
   * whose routing alone costs as much as sending a cached response.
   */
  middleware(next: Handler): Handler {
    return (request, response) => {
      const handle = (): void => next(request, response);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const respondAt = (version: string): void => {
        if (!isRead || !this.replayed(version, request, response)) handle();
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

  /** Caches a response, unless the data has changed since the request arrived. */
  store(request: IncomingMessage, cached: CachedResponse): void {
    const slot = this.slots.get(request);
    if (slot && slot.version === this.version) this.responses.set(slot.key, cached);
  }

  private replayed(version: string, request: IncomingMessage, response: ServerResponse): boolean {
    const started = performance.now();
    if (version !== this.version) {
      this.version = version;
      this.responses.clear();
    }
    const key = keyOf(request);
    const cached = this.responses.get(key);
    if (!cached) {
      this.slots.set(request, { version, key });
      return false;
    }
    this.onReplay({
      method: request.method as string,
      route: cached.route,
      status: replay(request, response, cached),
      milliseconds: performance.now() - started,
    });
    return true;
  }
}

// A page may contain the URL of its request, which a proxy forwards in headers.
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
  cached: CachedResponse,
): number {
  const { body, headers, etag } = cached;
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

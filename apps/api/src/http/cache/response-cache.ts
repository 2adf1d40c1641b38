import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { negotiateEncoding } from './compression.ts';
import { isAnonymousRead, mayBeStored, policyOf } from './response-policy.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** Approximate overhead of an entry in addition to its body and its key. */
const ENTRY_BYTES = 500;

/** The headers of a body, which a 304 does not have. */
export const CONTENT_HEADERS = ['content-type', 'content-length', 'content-encoding'];

/** What public responses depend on besides their request. */
export interface DataVersion {
  /** The sequence number of the last change to the directory. */
  sequence: number;
  /** Minutes since 1970, because opening states can change with each. */
  minute: number;
}

/** A response as it was sent, including its security headers. */
export interface SentResponse {
  body: Buffer;
  headers: OutgoingHttpHeaders;
  etag: string;
  /** The route template, for the log. */
  route: string;
}

interface StoredResponse extends SentResponse {
  /** null: it does not change with time. */
  minute: number | null;
}

/** Where the response to a request is stored, and for which version of the data. */
interface Slot {
  key: string;
  version: DataVersion;
  changesWithTime: boolean;
  /** Lets the requests continue that wait for this response. */
  release(): void;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is logged about a response that was sent from the cache. */
export interface ReplayedRequest {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
}

/**
 * Stores the responses of those routes whose policy allows it until the data changes. Requests with
 * credentials never touch it.
 */
export class ResponseCache {
  private readonly responses = new LRUCache<string, StoredResponse>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
  });
  private readonly slots = new WeakMap<IncomingMessage, Slot>();
  /** Responses that are being generated, by key. */
  private readonly pending = new Map<string, Promise<void>>();
  private readVersion: (() => DataVersion | Promise<DataVersion>) | undefined;
  private sequence = -1;

  constructor(private readonly onReplay: (replayed: ReplayedRequest) => void) {}

  /**
   * Starts storing the responses of an application.
   *
   * @param readVersion reads the version that the responses generated from now on have at least
   */
  start(fastify: FastifyInstance, readVersion: () => DataVersion | Promise<DataVersion>): void {
    this.readVersion = readVersion;
    fastify.addHook('onRequest', async (request, reply) => {
      const policy = policyOf(request);
      if (!policy) return;
      let version = await readVersion();
      if (!mayBeStored(request)) return;
      const key = keyOf(request.raw, relevantUrl(request));
      const running = this.pending.get(key);
      if (running) {
        // Waited for once only: after a failure all that wait would try one after another.
        await running;
        version = await readVersion();
      }
      // Nothing is awaited between the look at what is pending and `open`, so that one request leads.
      const stored = this.find(key, version);
      if (stored) {
        reply.hijack();
        replay(request.raw, reply.raw, stored);
        return;
      }
      this.open(request.raw, reply.raw, {
        key,
        version,
        changesWithTime: policy.changesWithTime ?? false,
      });
    });
  }

  /**
   * Sends the stored response to a request, or passes the request on. It runs before the framework,
   * whose routing alone costs as much as sending a stored response. An equal URL has an equal route,
   * so nothing is found here that the policy of its route did not allow to store.
   */
  middleware(next: Handler): Handler {
    return (request, response) => {
      const handle = (): void => next(request, response);
      const key = isAnonymousRead(request) ? keyOf(request, request.url) : null;
      if (key === null || !this.readVersion || !this.responses.has(key)) {
        handle();
        return;
      }
      const respondAt = (version: DataVersion): void => {
        if (!this.replayed({ request, response, key, version })) handle();
      };
      const version = this.readVersion();
      // Where the version cannot be read, the handler's own read reports what is wrong.
      if (version instanceof Promise) version.then(respondAt, handle);
      else respondAt(version);
    };
  }

  /** Stores a response, unless the data has changed since the request arrived. */
  store(request: IncomingMessage, sent: SentResponse): void {
    const slot = this.slots.get(request);
    if (!slot) return;
    if (slot.version.sequence === this.sequence) {
      const minute = slot.changesWithTime ? slot.version.minute : null;
      this.responses.set(slot.key, { ...sent, minute });
    }
    slot.release();
  }

  private find(key: string, { sequence, minute }: DataVersion): StoredResponse | null {
    if (sequence !== this.sequence) {
      this.sequence = sequence;
      this.responses.clear();
    }
    const stored = this.responses.get(key);
    return stored && (stored.minute === null || stored.minute === minute) ? stored : null;
  }

  private replayed({
    request,
    response,
    key,
    version,
  }: {
    request: IncomingMessage;
    response: ServerResponse;
    key: string;
    version: DataVersion;
  }): boolean {
    const started = performance.now();
    const stored = this.find(key, version);
    if (!stored) return false;
    this.onReplay({
      method: request.method as string,
      route: stored.route,
      status: replay(request, response, stored),
      milliseconds: performance.now() - started,
    });
    return true;
  }

  /** Lets equal requests wait for the response to this one. */
  private open(
    request: IncomingMessage,
    response: ServerResponse,
    slot: Omit<Slot, 'release'>,
  ): void {
    const { key } = slot;
    const { promise, resolve } = withResolvers();
    const release = (): void => {
      if (this.pending.get(key) === promise) this.pending.delete(key);
      resolve();
    };
    this.slots.set(request, { ...slot, release });
    this.pending.set(key, promise);
    response.once('close', release);
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function keyOf({ headers }: IncomingMessage, url: string | undefined): string {
  return [negotiateEncoding(headers['accept-encoding']), headers.accept ?? '', url].join('\n');
}

/** The URL of a request without the query parameters that its route ignores. */
function relevantUrl(request: FastifyRequest): string {
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

function replay(request: IncomingMessage, response: ServerResponse, stored: SentResponse): number {
  const { body, headers, etag } = stored;
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

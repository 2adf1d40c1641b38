import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSeen } from '../views/viewed-record.ts';
import { keyOf, relevantUrl } from './cache-key.ts';
import { type DataVersion, type DataVersions, isLate } from './data-versions.ts';
import { type Handler, isInProcess } from './in-process-request.ts';
import { PendingResponses } from './pending-responses.ts';
import { replay, type SentResponse } from './replay.ts';
import { isAnonymousRead, mayBeStored, policyOf } from './response-policy.ts';
import { type StaleOptions, StoredResponses } from './stored-responses.ts';

/** Where the response to a request is stored, and for which version of the data. */
interface Slot {
  key: string;
  version: DataVersion;
  changesWithTime: boolean;
}

/** What is logged about a response that was sent from the cache. */
export interface ReplayedRequest {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
  /** The record that somebody sees by it; null: none. */
  record: string | null;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  key: string;
}

/**
 * Stores the responses of those routes whose policy allows it until the data changes. Requests with
 * credentials never touch it. While it cannot be known whether the data has changed, it sends what is
 * stored, for some time and with signs that it may be out of date.
 */
export class ResponseCache {
  private readonly stored: StoredResponses;
  private readonly slots = new WeakMap<IncomingMessage, Slot>();
  private readonly pending = new PendingResponses();
  private versions: DataVersions | undefined;

  constructor(
    private readonly onReplay: (replayed: ReplayedRequest) => void,
    stale: StaleOptions,
  ) {
    this.stored = new StoredResponses(stale);
  }

  /**
   * Starts storing the responses of an application.
   *
   * @param versions tell the version that the responses generated from now on have at least
   */
  start(fastify: FastifyInstance, versions: DataVersions): void {
    this.versions = versions;
    fastify.addHook('onRequest', async (request, reply) => {
      if (policyOf(request)) await this.receive(request, reply, versions);
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
      if (key === null || !this.versions || !this.stored.has(key)) {
        handle();
        return;
      }
      const { versions } = this;
      const respond = (stored: SentResponse | null): void => {
        if (stored) this.send({ request, response, key }, stored);
        else handle();
      };
      const current = versions.current();
      const find = (version: DataVersion) => this.stored.find(key, version, versions);
      if (current instanceof Promise) {
        // Where the version cannot be read, the handler's own read reports what is wrong.
        this.staleIfLate({ request, response, key }, current, versions)
          .then(async (stale) => stale ?? find(await current))
          .then(respond, handle);
      } else respond(find(current));
    };
  }

  /** Whether a response to a request is stored, or is being generated for an equal one. */
  knows(request: FastifyRequest): boolean {
    if (!mayBeStored(request)) return false;
    const key = keyOf(request.raw, relevantUrl(request));
    return this.stored.has(key) || this.pending.get(key) !== undefined;
  }

  /** Stores a response, unless the data has changed since the request arrived. */
  store(request: IncomingMessage, sent: SentResponse): void {
    const slot = this.slots.get(request);
    if (!slot) return;
    const { key, version, changesWithTime } = slot;
    const minute = changesWithTime ? version.minute : null;
    this.stored.store(key, sent, { sequence: version.sequence, minute });
    this.pending.end(request);
  }

  /** Sends the stored response to a request, or else lets equal requests wait for its response. */
  private async receive(
    request: FastifyRequest,
    reply: FastifyReply,
    versions: DataVersions,
  ): Promise<void> {
    const current = versions.current();
    if (!mayBeStored(request)) {
      await current;
      return;
    }
    const key = keyOf(request.raw, relevantUrl(request));
    const exchange = { request: request.raw, response: reply.raw, key };
    const changesWithTime = policyOf(request)?.changesWithTime ?? false;
    const stored =
      (await this.staleIfLate(exchange, current, versions)) ??
      (await this.findOrLead(exchange, changesWithTime, { current, versions }));
    if (!stored && !reply.raw.destroyed) return;
    reply.hijack();
    if (stored) replay(request.raw, reply.raw, stored);
  }

  /**
   * Returns the stored response, if need be that of an equal request; or null, and from then on equal
   * requests wait for the response to this one.
   */
  private async findOrLead(
    { request, response, key }: Exchange,
    changesWithTime: boolean,
    { current, versions }: { current: DataVersion | Promise<DataVersion>; versions: DataVersions },
  ): Promise<SentResponse | null> {
    let version = await current;
    for (;;) {
      const running = this.pending.get(key);
      if (!running) break;
      const end = await running;
      version = await versions.current();
      // Waited for once only: after a failure all that wait would try one after another.
      if (end === 'sent') break;
    }
    const stored = this.stored.find(key, version, versions);
    if (stored || response.destroyed) return stored;
    // Nothing is awaited since the look at what is pending, so that one request leads.
    this.slots.set(request, { key, version, changesWithTime });
    this.pending.begin(key, request, response);
    return null;
  }

  /** @returns null where the version is known in time, or nothing is stored that is recent enough */
  private async staleIfLate(
    { request, key }: Exchange,
    version: DataVersion | Promise<DataVersion>,
    versions: DataVersions,
  ): Promise<SentResponse | null> {
    const isKnown = !(version instanceof Promise);
    if (isKnown || isInProcess(request) || !this.stored.has(key)) return null;
    return (await isLate(version, versions))
      ? await this.stored.findStale(key, versions.now())
      : null;
  }

  private send({ request, response }: Exchange, stored: SentResponse): void {
    const started = performance.now();
    this.onReplay({
      method: request.method as string,
      route: stored.route,
      status: replay(request, response, stored),
      milliseconds: performance.now() - started,
      record: isSeen(request) && !isInProcess(request) ? stored.record : null,
    });
  }
}

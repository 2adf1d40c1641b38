import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInProcess } from '../cache/in-process-request.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import { policyOf } from '../cache/response-policy.ts';
import type { OutageLog } from '../problems/outage-log.ts';
import { sendProblem } from '../problems/plain-problem.ts';
import { OverloadedError } from '../problems/problems.ts';
import { isFallback } from './resources.ts';

const RETRY_AFTER_SECONDS = '5';
/** Clients that send the next request at once would take the time of those that have begun. */
const PAUSE_MS = 1_000;
// Once: a stack trace for each refusal would cost more than the refusal.
const OVERLOADED = new OverloadedError();

export interface LoadLimitOptions {
  /** How many requests may be in progress. */
  max: number;
  cache: ResponseCache;
  log: OutageLog;
  /**
   * Whether each connection is that of one client. Then nothing is read for a second from one whose
   * request was refused; a connection of a proxy has the requests of others, too.
   */
  hasClientConnections: boolean;
}

/**
 * Limits how many requests are in progress that need the database or are drawn; the next one is
 * refused at once, so that those that have begun end soon. Files, health checks and tiles are not
 * counted, nor is what the cache has or another request is about to give it. Requests are counted when
 * their body has arrived, and until their response is ready, so that slow clients take nobody's place.
 */
export function addLoadLimit(
  fastify: FastifyInstance,
  { max, cache, log, hasClientConnections }: LoadLimitOptions,
): void {
  const inProgress = new Set<FastifyRequest>();
  const isFull = (request: FastifyRequest) => inProgress.size >= max && isCounted(request);
  const refuseNow = (request: FastifyRequest, reply: FastifyReply): void => {
    log.report(OVERLOADED);
    refuse(request, reply);
    if (hasClientConnections) reply.raw.once('close', () => pause(request.raw.socket));
  };
  // Before the hook of the cache, which may have to wait for the database.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isFull(request) && !cache.knows(request)) refuseNow(request, reply);
    else done();
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    if (isFull(request)) {
      refuseNow(request, reply);
      return;
    }
    if (isCounted(request)) inProgress.add(request);
    done();
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    inProgress.delete(request);
    done(null, payload);
  });
}

function isCounted(request: FastifyRequest): boolean {
  if (isInProcess(request.raw)) return false;
  const { url } = request.routeOptions;
  return policyOf(request) !== null || request.method === 'POST' || isFallback(url);
}

/** Without the framework, whose way to a problem document takes several times as long. */
function refuse(request: FastifyRequest, reply: FastifyReply): void {
  const { code, title, status, message: detail } = OVERLOADED;
  const [path = '/'] = request.url.split('?', 1);
  const headers = reply.getHeaders() as Record<string, string>;
  reply.hijack();
  sendProblem(
    reply.raw,
    { code, title, status, detail, path },
    { ...headers, 'retry-after': RETRY_AFTER_SECONDS },
  );
}

function pause(socket: Socket): void {
  if (socket.destroyed) return;
  socket.pause();
  setTimeout(() => socket.resume(), PAUSE_MS).unref();
}

import type { FastifyInstance } from 'fastify';
import type { Logger } from './log.ts';

/** What is logged about a request; it contains nothing that the client sent. */
export interface LoggedRequest {
  method: string;
  /** The route template. */
  route: string;
  status: number;
  milliseconds: number;
}

/** Writes one line for a completed request. */
export function logRequest(log: Logger, request: LoggedRequest): void {
  const milliseconds = Math.round(request.milliseconds * 10) / 10;
  log.info({ ...request, milliseconds }, 'request');
}

/** Writes one line for each request that the framework handled. */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(log, {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    });
    done();
  });
}

import type { FastifyInstance } from 'fastify';
import type { Logger } from './log.ts';

/** What is told of a request: nothing that its asker wrote. */
export interface LoggedRequest {
  method: string;
  /** The template of its address. */
  route: string;
  status: number;
  milliseconds: number;
}

/** Writes the line of one request that was answered. */
export function logRequest(log: Logger, request: LoggedRequest): void {
  const milliseconds = Math.round(request.milliseconds * 10) / 10;
  log.info({ ...request, milliseconds }, 'request');
}

/** Writes one line for each request that the framework answered. */
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

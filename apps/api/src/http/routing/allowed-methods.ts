import type { FastifyInstance } from 'fastify';
import { addPreflightHeaders } from '../headers/cross-origin.ts';
import { MethodNotAllowedError } from '../problems/problems.ts';
import { isFallback, type Resources } from './resources.ts';

/**
 * Responds to OPTIONS with the methods of a resource, and with 405 to a method that it lacks
 * (RFC 9110, 15.5.6).
 */
export function addAllowedMethods(fastify: FastifyInstance, resources: Resources): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const isRouted = !request.is404 && !isFallback(request.routeOptions.url);
    const found = isRouted ? null : resources.find(request.url.split('?', 1)[0] ?? '');
    if (!found) {
      done();
      return;
    }
    const { methods, policy } = found;
    const allowed = methods.join(', ');
    reply.header('allow', allowed);
    if (request.method === 'OPTIONS') {
      addPreflightHeaders(reply, policy, allowed);
      void reply.status(204).send();
      return;
    }
    done(new MethodNotAllowedError(`${request.method} is not possible here, only ${allowed}.`));
  });
}

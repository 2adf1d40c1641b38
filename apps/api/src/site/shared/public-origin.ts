import type { FastifyReply, FastifyRequest } from 'fastify';

/** Returns the origin of this server: the configured one, or else that of the request. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}

/** A response that contains the host of its request must not be cached for other clients. */
export function forbidStoringHost(reply: FastifyReply, publicUrl: string | undefined): void {
  if (!publicUrl) reply.header('cache-control', 'no-store');
}

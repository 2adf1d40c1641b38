import type { FastifyReply, FastifyRequest } from 'fastify';

/** The origin of this server: the configured one, else the one that the request was sent to. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}

/** A response that names the host of its request must not be stored for the next client. */
export function forbidStoringHost(reply: FastifyReply, publicUrl: string | undefined): void {
  if (!publicUrl) reply.header('cache-control', 'no-store');
}

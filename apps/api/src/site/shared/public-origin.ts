import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidRequestError } from '../../http/problems/problems.ts';

/**
 * Returns the origin for a response that has to name it: the configured one, or else that of the
 * request, which then nobody may store, because the client chose it. Pages do without: their links
 * are relative unless a public URL is configured.
 *
 * @throws InvalidRequestError when the request names no valid host
 */
export function originFor(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
): string {
  if (publicUrl) return publicUrl;
  reply.header('cache-control', 'private, no-store');
  // A proxy may forward any text as the protocol.
  const protocol = request.protocol === 'https' ? 'https' : 'http';
  const url = `${protocol}://${request.host}`;
  if (URL.canParse(url)) return new URL(url).origin;
  throw new InvalidRequestError([{ name: 'Host', detail: 'Name the host of this site.' }]);
}

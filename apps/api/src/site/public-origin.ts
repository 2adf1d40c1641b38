import type { FastifyReply, FastifyRequest } from 'fastify';

interface Text {
  /** Its media type. */
  type: string;
  text: string;
}

/** The address of this server: the configured one, else the one that the request came to. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}

/**
 * Sends a text that names this server. What a request brought along must not be kept by anybody for
 * the next one.
 *
 * @param make is given `https://amparo.example`
 */
export async function sendFor(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
  make: (origin: string) => Text | Promise<Text>,
): Promise<FastifyReply> {
  const { type, text } = await make(originOf(request, publicUrl));
  if (!publicUrl) reply.header('cache-control', 'no-store');
  return await reply.type(type).send(text);
}

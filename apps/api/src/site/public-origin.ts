import type { FastifyReply, FastifyRequest } from 'fastify';

interface Text {
  /** Its media type. */
  type: string;
  text: string;
}

/**
 * Sends a text that names this server: by its configured address, else by the one that the request
 * came to. What a request brought along must not be kept for the next one.
 *
 * @param make is given `https://amparo.example`
 */
export async function sendFor(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
  make: (origin: string) => Text | Promise<Text>,
): Promise<FastifyReply> {
  const { type, text } = await make(publicUrl ?? `${request.protocol}://${request.host}`);
  if (!publicUrl) reply.header('cache-control', 'no-store');
  return await reply.type(type).send(text);
}

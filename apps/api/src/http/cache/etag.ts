import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compress, type Encoding } from './compression.ts';
import { etagMatches, type ResponseCache } from './response-cache.ts';

const CHECK_EACH_MINUTE = 'public, max-age=60, must-revalidate';

/** The copy for devices: every new reader is sent the same. */
const SNAPSHOT = '/v1/snapshot';

interface Options {
  cache: ResponseCache;
  /** Whether what is at an address is public, and depends on nothing but the question. */
  isPublic: (url: string) => boolean;
}

/**
 * Compresses public answers, gives each that may be stored a strong ETag, answers 304, and keeps
 * them. The answer to a question that may carry a position is never kept and nobody may store it
 * (RFC 9111, 5.2.2.5), so it has no ETag to ask with again.
 */
export function addEtagsAndCompression(
  fastify: FastifyInstance,
  { cache, isPublic }: Options,
): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!isPublic(request.url) || reply.statusCode !== 200) return payload;
    if (reply.hasHeader('etag') || !isText(payload)) return payload;
    const plain = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const { body, encoding } = await compress(
      plain,
      encodingsFor(request, reply),
      request.routeOptions.url === SNAPSHOT,
    );
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.header('vary', 'Accept, Accept-Encoding');
    if (mayTellPosition(request)) {
      reply.header('cache-control', 'no-store');
      return body;
    }
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', CHECK_EACH_MINUTE);
    const etag = etagOf(plain, encoding);
    reply.header('etag', etag);
    const headers = { ...reply.getHeaders(), 'content-length': body.length } as OutgoingHttpHeaders;
    cache.store(request.raw, { body, etag, headers, route: request.routeOptions.url ?? 'none' });
    if (etagMatches(request.headers['if-none-match'], etag)) {
      reply.code(304);
      return '';
    }
    return body;
  });
}

function isText(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

/** Only /v1/nearby takes a position: as lat and lon, or in a body. */
function mayTellPosition({ method, query }: FastifyRequest): boolean {
  const requested = query as object;
  return (method !== 'GET' && method !== 'HEAD') || 'lat' in requested || 'lon' in requested;
}

// Pictures are packed already.
function encodingsFor(request: FastifyRequest, reply: FastifyReply): string | string[] | undefined {
  const packed = String(reply.getHeader('content-type')).startsWith('image/');
  return packed ? undefined : request.headers['accept-encoding'];
}

function etagOf(plain: Buffer, encoding: Encoding): string {
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return `"${digest}-${encoding}"`;
}

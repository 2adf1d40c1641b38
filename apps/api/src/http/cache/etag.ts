import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compress, type Encoding } from './compression.ts';
import { etagMatches, type ResponseCache } from './response-cache.ts';

const REVALIDATE_EACH_MINUTE = 'public, max-age=60, must-revalidate';

/** The offline copy of the directory: every new visitor is sent the same one. */
const SNAPSHOT = '/v1/snapshot';

interface Options {
  cache: ResponseCache;
  /** Whether the response at a URL is public and depends on nothing but the request. */
  isPublic: (url: string) => boolean;
}

/**
 * Compresses public responses, adds a strong ETag to each cacheable one, responds 304 to matching
 * conditions and caches the responses. A response to a request that may contain a position is never
 * cached and must not be stored by anyone (RFC 9111, 5.2.2.5), so it gets no ETag.
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
    if (mayContainPosition(request)) {
      reply.header('cache-control', 'no-store');
      return body;
    }
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', REVALIDATE_EACH_MINUTE);
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

/** Only /v1/nearby accepts a position: as lat and lon, or in a body. */
function mayContainPosition({ method, query }: FastifyRequest): boolean {
  const requested = query as object;
  return (method !== 'GET' && method !== 'HEAD') || 'lat' in requested || 'lon' in requested;
}

// Images are already compressed.
function encodingsFor(request: FastifyRequest, reply: FastifyReply): string | string[] | undefined {
  const isImage = String(reply.getHeader('content-type')).startsWith('image/');
  return isImage ? undefined : request.headers['accept-encoding'];
}

function etagOf(plain: Buffer, encoding: Encoding): string {
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return `"${digest}-${encoding}"`;
}

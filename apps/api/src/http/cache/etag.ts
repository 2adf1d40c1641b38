import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compress, type Encoding } from '../compression/compression.ts';
import { viewedRecord } from '../views/viewed-record.ts';
import { concernOf } from './concern.ts';
import { CONTENT_HEADERS, etagMatches } from './replay.ts';
import type { ResponseCache } from './response-cache.ts';
import { mayBeStored, NEVER_STORE, policyOf } from './response-policy.ts';

const REVALIDATE_EACH_MINUTE = 'public, max-age=60, must-revalidate';

/**
 * Compresses the responses of public routes. Those that may be stored get a strong ETag, are stored,
 * and are 304 to matching conditions. Clients may store a redirect as long as its response. Every
 * other response that says nothing itself, such as one to a request that may contain a position, must
 * not be stored by anyone (RFC 9111, 5.2.2.5).
 */
export function addEtagsAndCompression(fastify: FastifyInstance, cache: ResponseCache): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const policy = policyOf(request);
    const isPublic = policy !== null && reply.statusCode === 200 && isText(payload);
    const isStored = isPublic && mayBeStored(request) && !forbidsStoring(reply);
    const isStorable = isStored || (reply.statusCode === 308 && mayBeStored(request));
    if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', isStorable ? REVALIDATE_EACH_MINUTE : NEVER_STORE);
    }
    if (!isPublic || reply.hasHeader('etag')) return payload;
    const plain = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const accepted = encodingsFor(request, reply);
    const effort = policy.sentToEveryone ? 'thorough' : isStored ? 'usual' : 'little';
    const { body, encoding } = await compress(plain, accepted, effort);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.header('vary', 'Accept, Accept-Encoding');
    if (!isStored) return body;
    const etag = etagOf(plain, encoding);
    reply.header('etag', etag);
    const headers = { ...reply.getHeaders(), 'content-length': body.length } as OutgoingHttpHeaders;
    const route = request.routeOptions.url ?? 'none';
    const record = viewedRecord(request.url);
    cache.store(request.raw, { body, etag, headers, route, concern: concernOf(reply.raw), record });
    if (etagMatches(request.headers['if-none-match'], etag)) {
      for (const name of CONTENT_HEADERS) reply.removeHeader(name);
      reply.code(304);
      return null;
    }
    return body;
  });
}

function isText(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function forbidsStoring(reply: FastifyReply): boolean {
  return String(reply.getHeader('cache-control')).includes('no-store');
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

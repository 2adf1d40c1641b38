import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

const MOST_BYTES = 64 * 1024 * 1024;
/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;
const BROTLI_QUALITY = 4;
const CHECK_EACH_MINUTE = 'public, max-age=60, must-revalidate';

type Encoding = 'br' | 'gzip' | 'identity';

/** An answer as it was sent, security headers and all. */
interface Answer {
  body: Buffer;
  headers: OutgoingHttpHeaders;
  etag: string;
}

interface Options {
  /** Changes whenever any public answer may have changed. */
  version: () => string | Promise<string>;
  /** Whether what is at an address is public, and depends on nothing but the question. */
  isPublic: (url: string) => boolean;
}

const compressors: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (body) => promisify(gzip)(body),
};

/**
 * Compresses public answers, gives each that may be stored a strong ETag, answers 304, and keeps
 * answers until the directory changes. The answer to a question that may carry a position is never
 * kept and nobody may store it (RFC 9111, 5.2.2.5), so it has no ETag to ask with again.
 */
export function addConditionalAnswers(
  fastify: FastifyInstance,
  { version, isPublic }: Options,
): void {
  const kept = new LRUCache<string, Answer>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }, key) => body.length + key.length + 500,
  });
  const keys = new WeakMap<FastifyRequest, string>();

  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isPublic(request.url) || mayTellPosition(request)) {
      done();
      return;
    }
    const answerAt = (now: string): void => {
      const encoding = encodingOf(request.headers['accept-encoding']);
      const key = [now, encoding, request.headers.accept ?? '', request.url].join('\n');
      const answer = kept.get(key);
      if (answer) {
        replay(request, reply, answer);
        return;
      }
      keys.set(request, key);
      done();
    };
    const now = version();
    if (typeof now === 'string') answerAt(now);
    else now.then(answerAt).catch(done);
  });

  fastify.addHook('onSend', async (request, reply, payload) => {
    if (!isPublic(request.url) || reply.statusCode !== 200) return payload;
    if (reply.hasHeader('etag') || !isText(payload)) return payload;
    const plain = asBuffer(payload);
    const packed = String(reply.getHeader('content-type')).startsWith('image/');
    const { body, encoding } = await encode(
      plain,
      packed ? '' : request.headers['accept-encoding'],
    );
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.header('vary', 'Accept, Accept-Encoding');
    if (mayTellPosition(request)) {
      reply.header('cache-control', 'no-store');
      return body;
    }
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', CHECK_EACH_MINUTE);
    const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
    const etag = `"${digest}-${encoding}"`;
    reply.header('etag', etag);
    const key = keys.get(request);
    if (key) {
      const headers = { ...reply.getHeaders(), 'content-length': body.length };
      kept.set(key, { body, etag, headers: headers as OutgoingHttpHeaders });
    }
    if (matches(request.headers['if-none-match'], etag)) {
      reply.code(304);
      return '';
    }
    return body;
  });
}

function isText(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function asBuffer(payload: string | Buffer): Buffer {
  return typeof payload === 'string' ? Buffer.from(payload) : payload;
}

/** Only /v1/nearby takes a position: as lat and lon, or in a body. */
function mayTellPosition({ method, query }: FastifyRequest): boolean {
  const asked = query as object;
  return (method !== 'GET' && method !== 'HEAD') || 'lat' in asked || 'lon' in asked;
}

// Past Fastify's own way of sending, which would put the same headers together each time.
function replay(request: FastifyRequest, reply: FastifyReply, answer: Answer): void {
  const { body, headers, etag } = answer;
  reply.hijack();
  if (matches(request.headers['if-none-match'], etag)) {
    reply.raw.writeHead(304, withoutContent(headers)).end();
    return;
  }
  reply.raw.writeHead(200, headers).end(body);
}

function withoutContent(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { 'content-type': _, 'content-length': __, 'content-encoding': ___, ...others } = headers;
  return others;
}

async function encode(
  plain: Buffer,
  accepted: string | undefined,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < WORTH_COMPRESSING ? 'identity' : encodingOf(accepted);
  const body = encoding === 'identity' ? plain : await compressors[encoding](plain);
  return { body, encoding };
}

/** The best of the encodings we have that a client accepts (RFC 9110, 12.5.3). */
export function encodingOf(accept: string | string[] | undefined): Encoding {
  const allowed = String(accept ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .filter(([, quality]) => !quality || Number(quality.replace('q=', '')) > 0)
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => allowed.includes(encoding)) ?? 'identity';
}

// If-None-Match compares weakly (RFC 9110, 13.1.2): a proxy may have marked our tag as weak.
function matches(condition: string | undefined, etag: string): boolean {
  if (!condition) return false;
  return condition
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

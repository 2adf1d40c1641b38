import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { BoundedQueue } from '../queue/bounded-queue.ts';

/** Compressing fewer bytes costs more than it saves. */
const MIN_COMPRESSED_BYTES = 1024;
const BROTLI_QUALITY = 5;
/**
 * Takes seventy times as long and saves a seventh: for bodies sent to every new visitor and
 * cached.
 */
const THOROUGH_QUALITY = 11;
/** Takes about half a second at the thorough quality. */
const MAX_THOROUGH_BYTES = 300_000;

/** Smaller bodies take less than a millisecond, and do not wait for larger ones. */
const MIN_QUEUED_BYTES = 32 * 1024;
/**
 * Two of the four threads of Node.js, which also read files. What waits would take a few seconds at
 * most.
 */
const queue = new BoundedQueue({ running: 2, waiting: 64 });

export type Encoding = 'br' | 'gzip' | 'identity';

const compressors: Record<
  Exclude<Encoding, 'identity'>,
  (body: Buffer, quality: number) => Promise<Buffer>
> = {
  br: (body, quality) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => promisify(gzip)(body),
};

/**
 * Compresses a body with an encoding the client accepts, if it is large enough to benefit.
 *
 * @param thoroughly for bodies that are sent far more often than they are generated; only while
 *   nothing else waits to be compressed
 * @throws QueueFullError when too many large bodies wait already
 */
export async function compress(
  plain: Buffer,
  accepted: string | string[] | undefined,
  thoroughly = false,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < MIN_COMPRESSED_BYTES ? 'identity' : negotiateEncoding(accepted);
  if (encoding === 'identity') return { body: plain, encoding };
  const thorough = thoroughly && plain.length <= MAX_THOROUGH_BYTES && queue.isIdle;
  const quality = thorough ? THOROUGH_QUALITY : BROTLI_QUALITY;
  const work = () => compressors[encoding](plain, quality);
  const body = plain.length < MIN_QUEUED_BYTES ? await work() : await queue.run(work);
  return { body, encoding };
}

/** Returns the best supported encoding that the client accepts (RFC 9110, 12.5.3). */
export function negotiateEncoding(accept: string | string[] | undefined): Encoding {
  if (!accept) return 'identity';
  const headers = { 'accept-encoding': String(accept).toLowerCase() };
  const allowed = new Negotiator({ headers }).encodings();
  return (['br', 'gzip'] as const).find((encoding) => allowed.includes(encoding)) ?? 'identity';
}

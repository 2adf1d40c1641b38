import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { BoundedQueue } from '../queue/bounded-queue.ts';

/** Compressing fewer bytes costs more than it saves. */
const MIN_COMPRESSED_BYTES = 1024;
/** How much work goes into a body: one that is sent once, that is stored, or sent to everyone. */
export type Effort = 'little' | 'usual' | 'thorough';

/**
 * Of brotli. The little one takes a quarter of the time of the usual one and saves a sixth less; the
 * thorough one takes seventy times as long and saves a seventh more.
 */
const QUALITY: Record<Effort, number> = { little: 1, usual: 5, thorough: 11 };
/** Of gzip, which at its best is not much smaller. */
const GZIP_LEVEL: Record<Effort, number> = { little: 1, usual: 6, thorough: 6 };
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
  (body: Buffer, effort: Effort) => Promise<Buffer>
> = {
  br: (body, effort) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY[effort],
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body, effort) => promisify(gzip)(body, { level: GZIP_LEVEL[effort] }),
};

/**
 * Compresses a body with an encoding the client accepts, if it is large enough to benefit.
 *
 * @param effort thorough only while nothing else waits to be compressed
 * @throws QueueFullError when too many large bodies wait already
 */
export async function compress(
  plain: Buffer,
  accepted: string | string[] | undefined,
  effort: Effort = 'usual',
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < MIN_COMPRESSED_BYTES ? 'identity' : negotiateEncoding(accepted);
  if (encoding === 'identity') return { body: plain, encoding };
  const isTooMuch = plain.length > MAX_THOROUGH_BYTES || !queue.isIdle;
  const work = () =>
    compressors[encoding](plain, effort === 'thorough' && isTooMuch ? 'usual' : effort);
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

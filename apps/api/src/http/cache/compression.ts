import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;
const BROTLI_QUALITY = 5;
/** Seventy times the work for a seventh less: for what is sent to every new reader, and kept. */
const THOROUGH_QUALITY = 11;
/** Half a second's work. */
const MAX_THOROUGH_BYTES = 300_000;

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
 * Compresses a body as its asker accepts, if that is worth the while.
 *
 * @param thoroughly for what is sent far more often than made
 */
export async function compress(
  plain: Buffer,
  accepted: string | string[] | undefined,
  thoroughly = false,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < WORTH_COMPRESSING ? 'identity' : negotiateEncoding(accepted);
  const thorough = thoroughly && plain.length <= MAX_THOROUGH_BYTES;
  const quality = thorough ? THOROUGH_QUALITY : BROTLI_QUALITY;
  const body = encoding === 'identity' ? plain : await compressors[encoding](plain, quality);
  return { body, encoding };
}

/** The best of the encodings we have that a client accepts (RFC 9110, 12.5.3). */
export function negotiateEncoding(accept: string | string[] | undefined): Encoding {
  if (!accept) return 'identity';
  const headers = { 'accept-encoding': String(accept).toLowerCase() };
  const allowed = new Negotiator({ headers }).encodings();
  return (['br', 'gzip'] as const).find((encoding) => allowed.includes(encoding)) ?? 'identity';
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

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
 * @param thoroughly for bodies that are sent far more often than they are generated
 */
export async function compress(
  plain: Buffer,
  accepted: string | string[] | undefined,
  thoroughly = false,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < MIN_COMPRESSED_BYTES ? 'identity' : negotiateEncoding(accepted);
  const thorough = thoroughly && plain.length <= MAX_THOROUGH_BYTES;
  const quality = thorough ? THOROUGH_QUALITY : BROTLI_QUALITY;
  const body = encoding === 'identity' ? plain : await compressors[encoding](plain, quality);
  return { body, encoding };
}

/** Returns the best supported encoding that the client accepts (RFC 9110, 12.5.3). */
export function negotiateEncoding(accept: string | string[] | undefined): Encoding {
  if (!accept) return 'identity';
  const headers = { 'accept-encoding': String(accept).toLowerCase() };
  const allowed = new Negotiator({ headers }).encodings();
  return (['br', 'gzip'] as const).find((encoding) => allowed.includes(encoding)) ?? 'identity';
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;
const BROTLI_QUALITY = 5;

export type Encoding = 'br' | 'gzip' | 'identity';

const compressors: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (body) => promisify(gzip)(body),
};

/** Compresses a body as its asker accepts, if that is worth the while. */
export async function encode(
  plain: Buffer,
  accepted: string | string[] | undefined,
): Promise<{ body: Buffer; encoding: Encoding }> {
  const encoding = plain.length < WORTH_COMPRESSING ? 'identity' : encodingOf(accepted);
  const body = encoding === 'identity' ? plain : await compressors[encoding](plain);
  return { body, encoding };
}

/** The best of the encodings we have that a client accepts (RFC 9110, 12.5.3). */
export function encodingOf(accept: string | string[] | undefined): Encoding {
  if (!accept) return 'identity';
  const allowed = String(accept)
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

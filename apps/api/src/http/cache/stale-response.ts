import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { compress } from '../compression/compression.ts';
import type { SentResponse } from './replay.ts';
import { NEVER_STORE } from './response-policy.ts';

/** Adds to the HTML of a page that it may be out of date. */
export type MarkStale = (html: string) => string;

const decompressors: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
};

/**
 * Makes the form of a stored response that is sent while nobody knows whether it is still true: a
 * page says so in a sentence. It has no ETag, so that no condition confirms it.
 */
export async function staleForm(stored: SentResponse, markStale: MarkStale): Promise<SentResponse> {
  const { etag: _, 'content-encoding': used, ...headers } = stored.headers;
  const isPage = String(headers['content-type']).startsWith('text/html');
  if (!isPage) {
    const encoded = used ? { ...headers, 'content-encoding': used } : headers;
    return { ...stored, headers: encoded };
  }
  const html = (await decompressors[String(used)]?.(stored.body)) ?? stored.body;
  const marked = Buffer.from(markStale(html.toString()));
  const { body, encoding } = await compress(marked, used && String(used));
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  return { ...stored, body, headers: { ...headers, ...encoded, 'content-length': body.length } };
}

/**
 * The headers that tell how old a stale response is, and keep it out of other caches.
 *
 * @param validAt when it was known to be true last, milliseconds since 1970
 */
export function staleHeaders(validAt: number, now: number): OutgoingHttpHeaders {
  return {
    'cache-control': NEVER_STORE,
    date: new Date(validAt).toUTCString(),
    age: String(Math.max(0, Math.round((now - validAt) / 1000))),
  };
}

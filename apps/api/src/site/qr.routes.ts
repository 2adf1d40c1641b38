import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import { canonicalUrl, formatPageUrl, parsePageUrl } from '#site';
import { sendFor } from './public-origin.ts';

/** Longer addresses make codes that a phone cannot read from paper. */
const LONGEST_ADDRESS = 300;

/** True for the address of a code that `addQrCodes` draws. */
export function isQrCode(url: string): boolean {
  return url.startsWith('/qr.svg?');
}

/**
 * `/qr.svg?page=/es/listing/casa-alitas`: a code that leads from paper to a page of this site, and
 * to no other site, so that nobody can have us print the way to theirs.
 *
 * @param publicUrl as configured; without it a code leads to where the request came to
 */
export function addQrCodes(fastify: FastifyInstance, publicUrl: string | undefined): void {
  fastify.get<{ Querystring: { page?: unknown } }>('/qr.svg', async (request, reply) => {
    const [path = '', query = ''] = String(request.query.page).split('?', 2);
    const address = parsePageUrl(path, query);
    const written = address ? formatPageUrl(canonicalUrl(address)) : '';
    if (address === null || address.page === 'missing' || written.length > LONGEST_ADDRESS) {
      return reply.callNotFound();
    }
    return await sendFor(request, reply, publicUrl, (origin) => ({
      type: 'image/svg+xml',
      text: renderSVG(origin + written, { ecc: 'M', border: 2 }),
    }));
  });
}

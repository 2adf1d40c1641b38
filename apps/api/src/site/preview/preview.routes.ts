import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type ApiClient, loadPage, parsePreviewUrl, previewText } from '#site';
import { previewImage } from './preview-image.ts';

/** Messengers keep a picture anyway; a place that closes should not look open for long. */
const AN_HOUR = 'public, max-age=3600';

/** True for the address of a page's picture. */
export function isPreview(url: string): boolean {
  return url.startsWith('/preview/');
}

/**
 * `/preview/es/listing/casa-alitas.png`: what a page looks like where it is shared.
 *
 * @param folder of the built site
 */
export function addPreviews(fastify: FastifyInstance, ask: ApiClient, folder: string): void {
  const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
  fastify.get('/preview/*', async (request, reply) => {
    const address = parsePreviewUrl(request.url.split('?', 1)[0] ?? '');
    const page = address ? await loadPage(address, ask) : null;
    if (page?.status !== 200) return reply.callNotFound();
    const image = await previewImage(previewText(page), icon);
    return await reply.type('image/png').header('cache-control', AN_HOUR).send(image);
  });
}

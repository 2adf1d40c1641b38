import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CodeCount, Page } from '#contract';
import type { PublishedPageRepository } from '#directory';
import { type SitemapPage, sitemapIndexText, sitemapText } from '#exchange';
import {
  type Ask,
  type Language,
  languages,
  pageAddress,
  plainPages,
  type SiteAddress,
} from '#site';

/** Pages in one file, in each language: far from the 50,000 addresses and 50 MB that are allowed. */
const PAGES_PER_FILE = 5000;
const XML = 'application/xml; charset=utf-8';

export interface SitemapParts {
  ask: Ask;
  published: Pick<PublishedPageRepository, 'all'>;
  /** As configured; without it the addresses are those under which the request came. */
  publicUrl: string | undefined;
}

/** True for what `addSitemap` answers. */
export function isSitemap(url: string): boolean {
  return /^\/(robots\.txt|sitemap(-\d+)?\.xml)$/.test(url);
}

/** `/robots.txt`, and `/sitemap.xml`: one file, or an index of `/sitemap-1.xml` and so on. */
export function addSitemap(fastify: FastifyInstance, parts: SitemapParts): void {
  const send = (reply: FastifyReply, type: string, text: string) => {
    // Addresses that a request brought along must not be kept for the next one.
    if (!parts.publicUrl) reply.header('cache-control', 'no-store');
    return reply.type(type).send(text);
  };
  const originOf = (request: FastifyRequest) =>
    parts.publicUrl ?? `${request.protocol}://${request.host}`;

  fastify.get('/robots.txt', async (request, reply) => {
    const text = `User-agent: *\nAllow: /\n\nSitemap: ${originOf(request)}/sitemap.xml\n`;
    return await send(reply, 'text/plain; charset=utf-8', text);
  });
  fastify.get('/sitemap.xml', async (request, reply) => {
    const origin = originOf(request);
    const pages = await everyPage(parts, origin);
    const files = Math.ceil(pages.length / PAGES_PER_FILE);
    const names = Array.from({ length: files }, (_, index) => `${origin}/sitemap-${index + 1}.xml`);
    return await send(reply, XML, files === 1 ? sitemapText(pages) : sitemapIndexText(names));
  });
  fastify.get<{ Params: { file: string } }>('/sitemap-:file(^\\d+).xml', async (request, reply) => {
    const end = Number(request.params.file) * PAGES_PER_FILE;
    const pages = (await everyPage(parts, originOf(request))).slice(end - PAGES_PER_FILE, end);
    if (!(end > 0) || pages.length === 0) return reply.callNotFound();
    return await send(reply, XML, sitemapText(pages));
  });
}

async function everyPage({ ask, published }: SitemapParts, origin: string): Promise<SitemapPage[]> {
  const [regions, services, records] = await Promise.all([
    ask<Page<CodeCount>>('/v1/regions'),
    ask<Page<CodeCount>>('/v1/service-types'),
    published.all(),
  ]);
  const page = (
    kind: SiteAddress['page'],
    name = '',
    changed: string | null = null,
  ): SitemapPage => ({
    changed,
    languages: Object.fromEntries(
      (Object.keys(languages) as Language[]).map((language) => [
        language,
        origin + pageAddress(language, kind, name),
      ]),
    ),
  });
  return [
    page('search'),
    ...plainPages.map((kind) => page(kind)),
    ...regions.items.map(({ code }) => page('state', code)),
    ...services.items.map(({ code }) => page('service', code)),
    ...records.map(({ kind, slug, changed }) => page(kind, slug, changed)),
  ];
}

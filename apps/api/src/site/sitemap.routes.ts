import type { FastifyInstance } from 'fastify';
import type { CodeCount, GuideSummary, Page } from '#contract';
import type { PublishedPageRepository } from '#directory';
import { type SitemapPage, sitemapIndexText, sitemapText } from '#exchange';
import {
  type ApiClient,
  type Language,
  languages,
  nestedPage,
  type PageUrl,
  pageUrl,
  plainPages,
} from '#site';
import { sendFor } from './public-origin.ts';

/** Pages in one file, in each language: far from the 50,000 addresses and 50 MB that are allowed. */
const PAGES_PER_FILE = 5000;
const XML = 'application/xml; charset=utf-8';

export interface SitemapParts {
  ask: ApiClient;
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
  const { publicUrl } = parts;
  fastify.get('/robots.txt', (request, reply) =>
    sendFor(request, reply, publicUrl, (origin) => ({
      type: 'text/plain; charset=utf-8',
      text: `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
    })),
  );
  fastify.get('/sitemap.xml', (request, reply) =>
    sendFor(request, reply, publicUrl, async (origin) => {
      const pages = await everyPage(parts, origin);
      const count = Math.ceil(pages.length / PAGES_PER_FILE);
      const files = Array.from({ length: count }, (_, index) => fileAddress(origin, index + 1));
      return { type: XML, text: count === 1 ? sitemapText(pages) : sitemapIndexText(files) };
    }),
  );
  fastify.get<{ Params: { file: string } }>('/sitemap-:file(^\\d+).xml', async (request, reply) => {
    const end = Number(request.params.file) * PAGES_PER_FILE;
    const start = end - PAGES_PER_FILE;
    const pagesAt = async (origin: string) => (await everyPage(parts, origin)).slice(start, end);
    if (start < 0 || (await pagesAt('')).length === 0) return reply.callNotFound();
    return await sendFor(request, reply, publicUrl, async (origin) => ({
      type: XML,
      text: sitemapText(await pagesAt(origin)),
    }));
  });
}

function fileAddress(origin: string, file: number): string {
  return `${origin}/sitemap-${file}.xml`;
}

async function everyPage({ ask, published }: SitemapParts, origin: string): Promise<SitemapPage[]> {
  const [guides, regions, services, records] = await Promise.all([
    ask<Page<GuideSummary>>('/v1/guides'),
    ask<Page<CodeCount>>('/v1/regions'),
    ask<Page<CodeCount>>('/v1/service-types'),
    published.all(),
  ]);
  const page = (kind: PageUrl['page'], name = '', changed: string | null = null): SitemapPage => ({
    changed,
    languages: Object.fromEntries(
      (Object.keys(languages) as Language[]).map((language) => [
        language,
        origin + pageUrl(language, kind, name),
      ]),
    ),
  });
  return [
    page('search'),
    ...([...plainPages, nestedPage] as const).map((kind) => page(kind)),
    ...guides.items.map(({ slug, as_of }) => page('guide', slug, as_of)),
    ...regions.items.map(({ code }) => page('state', code)),
    ...services.items.map(({ code }) => page('service', code)),
    ...records.map(({ kind, slug, changed }) => page(kind, slug, changed)),
  ];
}

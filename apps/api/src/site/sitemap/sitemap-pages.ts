import type { CodeCount, GuideSummary, Page } from '#contract';
import type { PublishedPage } from '#directory';
import type { SitemapPage } from '#exchange';
import {
  type ApiClient,
  type Language,
  languages,
  nestedPage,
  type PageUrl,
  pageUrl,
  plainPages,
} from '#site';

/** Pages per file, each in all languages: well below the limits of 50,000 URLs and 50 MB. */
export const PAGES_PER_FILE = 5000;

/**
 * Lists every page that search engines may index, each in all languages.
 *
 * @param origin `https://amparo.example`
 */
export async function sitemapPages(
  api: ApiClient,
  published: PublishedPage[],
  origin: string,
): Promise<SitemapPage[]> {
  const [guides, regions, services] = await Promise.all([
    api<Page<GuideSummary>>('/v1/guides'),
    api<Page<CodeCount>>('/v1/regions'),
    api<Page<CodeCount>>('/v1/service-types'),
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
    ...published.map(({ kind, slug, changed }) => page(kind, slug, changed)),
  ];
}

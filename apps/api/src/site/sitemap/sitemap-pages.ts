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

/**
 * Lists the pages that are not those of a record, each in all languages.
 *
 * @param origin `https://amparo.example`
 */
export async function otherPages(api: ApiClient, origin: string): Promise<SitemapPage[]> {
  const [guides, regions, services] = await Promise.all([
    api<Page<GuideSummary>>('/v1/guides'),
    api<Page<CodeCount>>('/v1/regions'),
    api<Page<CodeCount>>('/v1/service-types'),
  ]);
  const page = (kind: PageUrl['page'], name = '', changed: string | null = null) =>
    sitemapPage(origin, { kind, slug: name, changed });
  return [
    page('search'),
    ...([...plainPages, nestedPage] as const).map((kind) => page(kind)),
    ...guides.items.map(({ slug, as_of }) => page('guide', slug, as_of)),
    ...regions.items.map(({ code }) => page('state', code)),
    ...services.items.map(({ code }) => page('service', code)),
  ];
}

/** The pages of records, each in all languages, made as they are written. */
export function* recordPages(published: PublishedPage[], origin: string): Generator<SitemapPage> {
  for (const page of published) yield sitemapPage(origin, page);
}

function sitemapPage(
  origin: string,
  { kind, slug, changed }: Omit<PublishedPage, 'kind'> & { kind: PageUrl['page'] },
): SitemapPage {
  return {
    changed,
    languages: Object.fromEntries(
      (Object.keys(languages) as Language[]).map((language) => [
        language,
        origin + pageUrl(language, kind, slug),
      ]),
    ),
  };
}

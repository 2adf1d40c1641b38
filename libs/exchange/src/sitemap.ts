import { xmlText } from './xml-text.ts';

/** A page in all its languages. */
export interface SitemapPage {
  /** ISO 8601 date or time of its last change; null if unknown. */
  changed: string | null;
  /** Absolute URLs by language tag. */
  languages: Record<string, string>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/**
 * Serializes a sitemap (sitemaps.org, 0.9) with each page in each language and links to the
 * others: a piece at a time, because the whole is long.
 */
export function* sitemapTexts(pages: Iterable<SitemapPage>): Generator<string> {
  yield `${HEAD}<urlset ${NAMESPACE} ${XHTML}>`;
  for (const page of pages) yield entries(page);
  yield '</urlset>\n';
}

/** @param files absolute URLs of sitemaps */
export function sitemapIndexText(files: string[]): string {
  const named = files.map((file) => `<sitemap><loc>${xmlText(file)}</loc></sitemap>`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>${named.join('')}</sitemapindex>\n`;
}

function entries({ changed, languages }: SitemapPage): string {
  const addresses = Object.entries(languages).map(([tag, url]) => [tag, xmlText(url)] as const);
  const alternates = addresses
    .map(([tag, url]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${url}"/>`)
    .join('');
  const date = changed ? `<lastmod>${changed}</lastmod>` : '';
  return addresses.map(([, url]) => `<url><loc>${url}</loc>${date}${alternates}</url>`).join('\n');
}

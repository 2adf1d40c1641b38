import { isLanguage, type Language } from '../i18n/languages.ts';

/** The search parameters in the URL of a page. A device's position is never one of them. */
export const searchNames = [
  'near',
  'q',
  'bbox',
  'region',
  'service',
  'language',
  'cost',
  'accepts',
  'open_now',
  'open_at',
  'remote',
  'verified_within_days',
  'cursor',
] as const;

export type SearchParameters = Record<(typeof searchNames)[number], string>;

/**
 * Pages about one record, identified by a slug or code in the URL.
 * @internal for tests that visit a page of each kind
 */
export const namedPages = [
  'listing',
  'organization',
  'state',
  'service',
  'facility',
  'wallet',
  'guide',
  'print',
] as const;
/** Pages without a slug. */
export const plainPages = ['help-lines', 'facilities', 'guides', 'about', 'privacy'] as const;
/** The page that is nested under another one. */
export const nestedPage = 'data';
/** Pages for one visitor only, which are not listed in search engines. */
export const personalPages = ['saved', 'told'] as const;

type NamedPage = (typeof namedPages)[number];
type PlainPage = (typeof plainPages)[number];
type PersonalPage = (typeof personalPages)[number];

/**
 * The home page as whoever responds sends it: the one page that the service worker never replaces,
 * so that a network can show its own page for signing in.
 */
export const NETWORK_PAGE = '/?network';

const PREVIEWS = '/preview';
const NESTED = `about/${nestedPage}`;

/** One page of the site in one language: `/es/listing/casa-alitas`. */
export interface PageUrl {
  language: Language;
  page: 'search' | NamedPage | PlainPage | typeof nestedPage | PersonalPage | 'missing';
  /** A slug or a code; empty if the page has none. */
  name: string;
  search: SearchParameters;
}

/** A search for everything. */
export const emptySearch = Object.fromEntries(
  searchNames.map((name) => [name, '']),
) as SearchParameters;

/**
 * @param path of the page, percent-encoded: `/es/state/US-AZ`
 * @param query with or without its question mark
 * @returns null when the path does not start with a language of the site
 */
export function parsePageUrl(path: string, query: string): PageUrl | null {
  const [, language = '', page = '', name = '', ...more] = path.split('/');
  if (!isLanguage(language)) return null;
  const search = parseSearch(query);
  if (path === `/${language}/${NESTED}`) return { language, page: nestedPage, name: '', search };
  const known = more.length === 0 ? toPageKind(page, name) : 'missing';
  return { language, page: known, name: decode(name), search };
}

/** Formats the URL of a page; empty search parameters are omitted. */
export function formatPageUrl({ language, page, name, search }: PageUrl): string {
  if (page === nestedPage) return `/${language}/${NESTED}`;
  const parts = page === 'search' || page === 'missing' ? [''] : [page, name].filter(Boolean);
  return `/${language}/${parts.map(encodeURIComponent).join('/')}${formatSearch(search)}`;
}

/**
 * Removes parameters that are not part of the canonical URL; a search keeps only place and
 * service.
 */
export function canonicalUrl(address: PageUrl): PageUrl {
  const { near, region, service } = address.page === 'search' ? address.search : emptySearch;
  return { ...address, search: { ...emptySearch, near, region, service } };
}

/** Returns the URL of the QR code of a page. */
export function qrCodeUrl(address: PageUrl): string {
  return `/qr.svg?${new URLSearchParams({ page: formatPageUrl(canonicalUrl(address)) })}`;
}

/** Returns the URL of the preview image of a page: `/preview/es/listing/casa-alitas.png`. */
export function previewUrl({ language, page, name }: PageUrl): string {
  return `${PREVIEWS}/${[language, page, name].filter(Boolean).map(encodeURIComponent).join('/')}.png`;
}

/** @returns the page of a preview image; null for other paths */
export function parsePreviewUrl(path: string): PageUrl | null {
  if (!path.startsWith(`${PREVIEWS}/`) || !path.endsWith('.png')) return null;
  const page = path.slice(PREVIEWS.length, -'.png'.length);
  return parsePageUrl(page.replace(/\/search$/, '/'), '');
}

/** Formats the URL of a page from its parts. */
export function pageUrl(
  language: Language,
  page: PageUrl['page'],
  name = '',
  search: Partial<SearchParameters> = {},
): string {
  return formatPageUrl({ language, page, name, search: { ...emptySearch, ...search } });
}

/** Formats `?near=El+Paso&service=legal`, or an empty string. */
export function formatSearch(search: Partial<SearchParameters>): string {
  const parameters = new URLSearchParams();
  for (const name of searchNames) if (search[name]) parameters.set(name, search[name]);
  return parameters.size > 0 ? `?${parameters}` : '';
}

function parseSearch(query: string): SearchParameters {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    searchNames.map((name) => [name, (parameters.get(name) ?? '').trim()]),
  ) as SearchParameters;
}

function toPageKind(page: string, name: string): PageUrl['page'] {
  if (page === '') return name === '' ? 'search' : 'missing';
  const pages = name === '' ? [...plainPages, ...personalPages] : namedPages;
  const found = pages.find((known) => known === page);
  return found ?? 'missing';
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

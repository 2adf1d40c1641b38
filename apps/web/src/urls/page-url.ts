import { isLanguage, type Language } from '../i18n/languages.ts';

/** What can be shared of a search: it stands in the page's own address. A device's position never does. */
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
 * Pages about one thing, which their address names by its slug or code.
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
/** Pages that need no name. */
export const plainPages = ['help-lines', 'facilities', 'guides', 'about', 'privacy'] as const;
/** The page that lies below another. */
export const nestedPage = 'data';
/** Pages that mean something to one reader alone: search engines are not told of them. */
export const personalPages = ['saved', 'told'] as const;

type NamedPage = (typeof namedPages)[number];
type PlainPage = (typeof plainPages)[number];
type PersonalPage = (typeof personalPages)[number];

const PREVIEWS = '/preview';
const NESTED = `about/${nestedPage}`;

/** One page of the site in one language: `/es/listing/casa-alitas`. */
export interface PageUrl {
  language: Language;
  page: 'search' | NamedPage | PlainPage | typeof nestedPage | PersonalPage | 'missing';
  /** A slug or a code; empty where the page has none. */
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
 * @returns null when the path does not begin with a language of the site
 */
export function parsePageUrl(path: string, query: string): PageUrl | null {
  const [, language = '', page = '', name = '', ...more] = path.split('/');
  if (!isLanguage(language)) return null;
  const search = readSearch(query);
  if (path === `/${language}/${NESTED}`) return { language, page: nestedPage, name: '', search };
  const known = more.length === 0 ? pageNamed(page, name) : 'missing';
  return { language, page: known, name: decoded(name), search };
}

/** The address of a page; of the search, what is empty is left out. */
export function formatPageUrl({ language, page, name, search }: PageUrl): string {
  if (page === nestedPage) return `/${language}/${NESTED}`;
  const parts = page === 'search' || page === 'missing' ? [''] : [page, name].filter(Boolean);
  return `/${language}/${parts.map(encodeURIComponent).join('/')}${formatSearch(search)}`;
}

/** Without what makes no page of its own: of a search, only where and for what kind of help. */
export function canonicalUrl(address: PageUrl): PageUrl {
  const { near, region, service } = address.page === 'search' ? address.search : emptySearch;
  return { ...address, search: { ...emptySearch, near, region, service } };
}

/** Where the code lies that leads from paper to a page. */
export function qrCodeUrl(address: PageUrl): string {
  return `/qr.svg?${new URLSearchParams({ page: formatPageUrl(canonicalUrl(address)) })}`;
}

/** Where the picture lies that stands for a page in messages: `/preview/es/listing/casa-alitas.png`. */
export function previewUrl({ language, page, name }: PageUrl): string {
  return `${PREVIEWS}/${[language, page, name].filter(Boolean).map(encodeURIComponent).join('/')}.png`;
}

/** @returns the page that a picture stands for; null when the path is not that of a picture */
export function parsePreviewUrl(path: string): PageUrl | null {
  if (!path.startsWith(`${PREVIEWS}/`) || !path.endsWith('.png')) return null;
  const page = path.slice(PREVIEWS.length, -'.png'.length);
  return parsePageUrl(page.replace(/\/search$/, '/'), '');
}

/** A page without a search. */
export function pageUrl(
  language: Language,
  page: PageUrl['page'],
  name = '',
  search: Partial<SearchParameters> = {},
): string {
  return formatPageUrl({ language, page, name, search: { ...emptySearch, ...search } });
}

/** `?near=El+Paso&service=legal`, or nothing. */
export function formatSearch(search: Partial<SearchParameters>): string {
  const parameters = new URLSearchParams();
  for (const name of searchNames) if (search[name]) parameters.set(name, search[name]);
  return parameters.size > 0 ? `?${parameters}` : '';
}

function readSearch(query: string): SearchParameters {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    searchNames.map((name) => [name, (parameters.get(name) ?? '').trim()]),
  ) as SearchParameters;
}

function pageNamed(page: string, name: string): PageUrl['page'] {
  if (page === '') return name === '' ? 'search' : 'missing';
  const pages = name === '' ? [...plainPages, ...personalPages] : namedPages;
  const found = pages.find((known) => known === page);
  return found ?? 'missing';
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

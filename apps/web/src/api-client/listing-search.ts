import type { Facets, HelpLine, Listing, Nearby, Page } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { formatSearch, type SearchParameters, searchNames } from '../urls/page-url.ts';
import type { ApiClient } from './fetch-json.ts';
import type { RoundedPosition } from './rounded-position.ts';

/** What the page shows, however it was found: no sources, and texts in the reader's language alone. */
export type SearchResults = Partial<Omit<Nearby, 'items'>> & {
  items: Listing[];
  next: string | null;
  help_lines: HelpLine[];
};

export interface FindOptions {
  /** The reader's. */
  language: Language;
  at?: RoundedPosition | null;
  signal?: AbortSignal;
}

const NEARBY_LIMIT = 25;
const PAGE_LIMIT = 20;
const filterNames = searchNames.filter(
  (name) => name !== 'near' && name !== 'q' && name !== 'bbox' && name !== 'cursor',
);

/** Names a search, so that the same one is not asked twice. */
export function searchKey(search: SearchParameters, at: RoundedPosition | null): string {
  return JSON.stringify([at ?? search.near, formatSearch({ ...search, near: '' })]);
}

/** The search behind an address, or near a position; the position goes in the body, never in a URL. */
export async function findListings(
  search: SearchParameters,
  api: ApiClient,
  { language, at = null, signal }: FindOptions,
): Promise<SearchResults> {
  const options = signal ? { signal } : {};
  if (at) {
    const body = { lat: at.latitude, lon: at.longitude, ...bodyOf(search), limit: NEARBY_LIMIT };
    return fromNear(search, await api<Nearby>('/v1/nearby', { ...options, body }), language);
  }
  if (!search.near || search.bbox)
    return await browseListings(search, api, { language, ...options });
  const query = formatSearch({ ...search, q: '', cursor: '' });
  const path = `/v1/nearby${query}&limit=${NEARBY_LIMIT}`;
  return fromNear(search, await api<Nearby>(path, options), language);
}

/** What each value of each filter would find, beside the other filters. */
export async function findFacets(
  search: SearchParameters,
  api: ApiClient,
  options: { signal?: AbortSignal } = {},
): Promise<Facets> {
  const query = formatSearch({ ...search, near: '', q: '', bbox: '', cursor: '' });
  return await api<Facets>(`/v1/facets${query}`, options);
}

/** A page of all listings, by name. */
export async function browseListings(
  search: SearchParameters,
  api: ApiClient,
  { language, ...options }: Omit<FindOptions, 'at'>,
): Promise<SearchResults> {
  const { service } = search;
  const query = formatSearch({ ...search, near: '' });
  const [listings, lines] = await Promise.all([
    api<Page<Listing>>(`/v1/listings${query || '?'}&limit=${PAGE_LIMIT}`, options),
    api<Page<HelpLine>>(`/v1/help-lines${formatSearch({ service })}`, options),
  ]);
  // Where nothing fits, somebody to call is better than nobody who fits.
  const nobody = listings.items.length === 0 && lines.items.length === 0;
  const { items } = nobody ? await api<Page<HelpLine>>('/v1/help-lines', options) : lines;
  const found = { items: listings.items, next: listings.next, help_lines: items };
  return inBrief(found, language);
}

// Who wants no visit finds what helps from afar, and nothing below it.
function fromNear({ remote }: SearchParameters, answer: Nearby, language: Language): SearchResults {
  const own = remote === 'true' ? { items: answer.remote, remote: [] } : {};
  return inBrief({ ...answer, ...own, next: null }, language);
}

/** Without the sources, a third of what a page of results would send, and without other languages. */
function inBrief(found: SearchResults, language: Language): SearchResults {
  const bare = (listing: Listing): Listing => ({
    ...listing,
    sources: [],
    translations: listing.translations.filter((one) => one.language === language),
  });
  return {
    ...found,
    items: found.items.map(bare),
    help_lines: found.help_lines.map((line: HelpLine) => ({ ...line, sources: [] })),
    ...(found.remote ? { remote: found.remote.map(bare) } : {}),
  };
}

/** The filters as the body of a question holds them. */
function bodyOf(search: SearchParameters): Record<string, unknown> {
  const set = filterNames.filter((name) => search[name] !== '');
  return Object.fromEntries(
    set.map((name) => [name, asBody[name]?.(search[name]) ?? [search[name]]]),
  );
}

const asBody: Partial<Record<keyof SearchParameters, (text: string) => unknown>> = {
  open_now: (text) => text === 'true',
  open_at: String,
  remote: (text) => text === 'true',
  verified_within_days: Number,
};

import type { Facets, HelpLine, Listing, Nearby, Page } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { formatSearch, type SearchParameters, searchNames } from '../urls/page-url.ts';
import type { ApiClient } from './fetch-json.ts';
import type { RoundedPosition } from './rounded-position.ts';

/** Search results of any kind, without sources and with texts only in the visitor's language. */
export type SearchResults = Partial<Omit<Nearby, 'items'>> & {
  items: Listing[];
  next: string | null;
  help_lines: HelpLine[];
};

export interface FindOptions {
  /** The visitor's language. */
  language: Language;
  at?: RoundedPosition | null;
  signal?: AbortSignal;
}

const NEARBY_LIMIT = 25;
const PAGE_LIMIT = 20;
const filterNames = searchNames.filter(
  (name) => name !== 'near' && name !== 'q' && name !== 'bbox' && name !== 'cursor',
);

/** Returns a key that identifies a search, so that the same one is not requested twice. */
export function searchKey(search: SearchParameters, at: RoundedPosition | null): string {
  return JSON.stringify([at ?? search.near, formatSearch({ ...search, near: '' })]);
}

/** Runs the search of a URL, or near a position, which is sent in the body and never in a URL. */
export async function findListings(
  search: SearchParameters,
  api: ApiClient,
  { language, at = null, signal }: FindOptions,
): Promise<SearchResults> {
  const options = signal ? { signal } : {};
  if (at) {
    const body = { lat: at.latitude, lon: at.longitude, ...bodyOf(search), limit: NEARBY_LIMIT };
    return fromNearby(search, await api<Nearby>('/v1/nearby', { ...options, body }), language);
  }
  if (!search.near || search.bbox)
    return await browseListings(search, api, { language, ...options });
  const query = formatSearch({ ...search, q: '', cursor: '' });
  const path = `/v1/nearby${query}&limit=${NEARBY_LIMIT}`;
  return fromNearby(search, await api<Nearby>(path, options), language);
}

/** Counts what each value of each filter finds in combination with the other filters. */
export async function findFacets(
  search: SearchParameters,
  api: ApiClient,
  options: { signal?: AbortSignal } = {},
): Promise<Facets> {
  const query = formatSearch({ ...search, near: '', q: '', bbox: '', cursor: '' });
  return await api<Facets>(`/v1/facets${query}`, options);
}

/** Returns a page of listings by name. */
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
  // If nothing matches, any help lines are better than none.
  const isEmpty = listings.items.length === 0 && lines.items.length === 0;
  const { items } = isEmpty ? await api<Page<HelpLine>>('/v1/help-lines', options) : lines;
  const found = { items: listings.items, next: listings.next, help_lines: items };
  return withoutDetails(found, language);
}

// A search for remote help shows it as the main results.
function fromNearby(
  { remote }: SearchParameters,
  nearby: Nearby,
  language: Language,
): SearchResults {
  const items = remote === 'true' ? { items: nearby.remote, remote: [] } : {};
  return withoutDetails({ ...nearby, ...items, next: null }, language);
}

/**
 * Removes the sources, a third of the size of a results page, and translations to other languages.
 */
function withoutDetails(found: SearchResults, language: Language): SearchResults {
  const trim = (listing: Listing): Listing => ({
    ...listing,
    sources: [],
    translations: listing.translations.filter((one) => one.language === language),
  });
  return {
    ...found,
    items: found.items.map(trim),
    help_lines: found.help_lines.map((line: HelpLine) => ({ ...line, sources: [] })),
    ...(found.remote ? { remote: found.remote.map(trim) } : {}),
  };
}

/** Converts the filters to the body of a request. */
function bodyOf(search: SearchParameters): Record<string, unknown> {
  const set = filterNames.filter((name) => search[name] !== '');
  return Object.fromEntries(
    set.map((name) => [name, bodyValues[name]?.(search[name]) ?? [search[name]]]),
  );
}

const bodyValues: Partial<Record<keyof SearchParameters, (text: string) => unknown>> = {
  open_now: (text) => text === 'true',
  open_at: String,
  remote: (text) => text === 'true',
  verified_within_days: Number,
};

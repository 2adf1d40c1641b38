import type { Facets, HelpLine, Listing, Nearby, Page } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { formatSearch, type SearchParameters, searchNames } from '../urls/page-url.ts';
import type { ApiClient } from './fetch-json.ts';
import type { RoundedPosition } from './rounded-position.ts';

type FoundListing = Omit<Listing, 'sources' | 'services'>;
type FoundHelpLine = Omit<HelpLine, 'sources'>;
type FoundNearby = Nearby<FoundListing, FoundHelpLine>;
type Found = Omit<SearchResults, 'items' | 'remote' | 'help_lines'> & {
  items: FoundListing[];
  remote?: FoundListing[];
  help_lines: FoundHelpLine[];
};

/** Search results of any kind, without sources and with texts only in the visitor's language. */
export type SearchResults = Partial<Omit<Nearby<Listing, HelpLine>, 'items'>> & {
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

/** What cards show of a listing in addition to the summaries of lists: all but services and sources. */
const CARD_FIELDS = [
  'organization',
  'location',
  'languages',
  'serves',
  'costs',
  'phones',
  'speed_dials',
  'email',
  'description',
  'eligibility',
  'accepts',
  'required_documents',
  'hours',
  'translations',
  'notice',
  'confidence',
  'verified_at',
  'verified_how',
  'bearing_deg',
] as const satisfies (keyof Listing)[];
/** Cards of help lines show these as well. */
const NEARBY_FIELDS = [...CARD_FIELDS, 'audience', 'locates'];
const NEARBY_LIMIT = 25;
const PAGE_LIMIT = 20;
const REMOTE_LIMIT = 100;
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
  if (!at && (!search.near || search.bbox))
    return await browseListings(search, api, { language, ...options });
  const query = formatSearch({ ...search, q: '', cursor: '' });
  const nearby = at
    ? await api<FoundNearby>('/v1/nearby', { ...options, body: bodyOf(search, at) })
    : await api<FoundNearby>(
        `/v1/nearby${query}&limit=${NEARBY_LIMIT}&fields=${NEARBY_FIELDS}`,
        options,
      );
  if (search.remote !== 'true') return trimmed({ ...nearby, next: null }, language);
  // A search for help without a visit shows all of it as the main results.
  const { items } = await api<Page<FoundListing>>(
    `${nearby.more.remote}&limit=${REMOTE_LIMIT}`,
    options,
  );
  return trimmed({ ...nearby, items, remote: [], next: null }, language);
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
  const helpLines = (filter: string) =>
    api<Page<FoundHelpLine>>(`/v1/help-lines${filter || '?'}&include=details`, options);
  const [listings, lines] = await Promise.all([
    api<Page<FoundListing>>(
      `/v1/listings${query || '?'}&limit=${PAGE_LIMIT}&fields=${CARD_FIELDS}`,
      options,
    ),
    helpLines(formatSearch({ service })),
  ]);
  // If nothing matches, any help lines are better than none.
  const isEmpty = listings.items.length === 0 && lines.items.length === 0;
  const { items } = isEmpty ? await helpLines('') : lines;
  const found = { items: listings.items, next: listings.next, help_lines: items };
  return trimmed(found, language);
}

/** Removes the translations to other languages. */
function trimmed(found: Found, language: Language): SearchResults {
  const trim = (listing: FoundListing): Listing => ({
    ...listing,
    sources: [],
    services: [],
    translations: listing.translations.filter((one) => one.language === language),
  });
  const { remote, ...rest } = found;
  return {
    ...rest,
    items: found.items.map(trim),
    help_lines: found.help_lines.map((line) => ({ ...line, sources: [] })),
    ...(remote ? { remote: remote.map(trim) } : {}),
  };
}

/** Converts a search near a position to the body of a request. */
function bodyOf(search: SearchParameters, at: RoundedPosition): Record<string, unknown> {
  const set = filterNames.filter((name) => search[name] !== '');
  const filters = set.map((name) => [name, bodyValues[name]?.(search[name]) ?? [search[name]]]);
  return {
    lat: at.latitude,
    lon: at.longitude,
    ...Object.fromEntries(filters),
    limit: NEARBY_LIMIT,
    fields: NEARBY_FIELDS,
  };
}

const bodyValues: Partial<Record<keyof SearchParameters, (text: string) => unknown>> = {
  open_now: (text) => text === 'true',
  open_at: String,
  remote: (text) => text === 'true',
  verified_within_days: Number,
};

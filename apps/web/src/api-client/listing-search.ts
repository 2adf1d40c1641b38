import type { Facets, HelpLine, Listing, Nearby, Page } from '#contract';
import type { Language } from '../i18n/languages.ts';
import { type SearchAddress, searchNames, writeSearch } from '../urls/page-url.ts';
import type { Ask } from './fetch-json.ts';
import type { RoundedPosition } from './rounded-position.ts';

/** What the page shows, however it was found: no sources, and texts in the reader's language alone. */
export type Found = Partial<Omit<Nearby, 'items'>> & {
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
export function questionKey(search: SearchAddress, at: RoundedPosition | null): string {
  return JSON.stringify([at ?? search.near, writeSearch({ ...search, near: '' })]);
}

/** The search behind an address, or near a position; the position goes in the body, never in a URL. */
export async function find(
  search: SearchAddress,
  ask: Ask,
  { language, at = null, signal }: FindOptions,
): Promise<Found> {
  const options = signal ? { signal } : {};
  if (at) {
    const body = { lat: at.latitude, lon: at.longitude, ...bodyOf(search), limit: NEARBY_LIMIT };
    return fromNear(search, await ask<Nearby>('/v1/nearby', { ...options, body }), language);
  }
  if (!search.near || search.bbox) return await browse(search, ask, { language, ...options });
  const question = writeSearch({ ...search, q: '', cursor: '' });
  const path = `/v1/nearby${question}&limit=${NEARBY_LIMIT}`;
  return fromNear(search, await ask<Nearby>(path, options), language);
}

/** What each value of each filter would find, beside the other filters. */
export async function findFacets(
  search: SearchAddress,
  ask: Ask,
  options: { signal?: AbortSignal } = {},
): Promise<Facets> {
  const question = writeSearch({ ...search, near: '', q: '', bbox: '', cursor: '' });
  return await ask<Facets>(`/v1/facets${question}`, options);
}

/** A page of all listings, by name. */
export async function browse(
  search: SearchAddress,
  ask: Ask,
  { language, ...options }: Omit<FindOptions, 'at'>,
): Promise<Found> {
  const { service } = search;
  const question = writeSearch({ ...search, near: '' });
  const [listings, lines] = await Promise.all([
    ask<Page<Listing>>(`/v1/listings${question || '?'}&limit=${PAGE_LIMIT}`, options),
    ask<Page<HelpLine>>(`/v1/help-lines${writeSearch({ service })}`, options),
  ]);
  // Where nothing fits, somebody to call is better than nobody who fits.
  const nobody = listings.items.length === 0 && lines.items.length === 0;
  const { items } = nobody ? await ask<Page<HelpLine>>('/v1/help-lines', options) : lines;
  const found = { items: listings.items, next: listings.next, help_lines: items };
  return inBrief(found, language);
}

// Who wants no visit finds what helps from afar, and nothing below it.
function fromNear({ remote }: SearchAddress, answer: Nearby, language: Language): Found {
  const own = remote === 'true' ? { items: answer.remote, remote: [] } : {};
  return inBrief({ ...answer, ...own, next: null }, language);
}

/** Without the sources, a third of what a page of results would send, and without other languages. */
function inBrief(found: Found, language: Language): Found {
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
function bodyOf(search: SearchAddress): Record<string, unknown> {
  const set = filterNames.filter((name) => search[name] !== '');
  return Object.fromEntries(
    set.map((name) => [name, asBody[name]?.(search[name]) ?? [search[name]]]),
  );
}

const asBody: Partial<Record<keyof SearchAddress, (text: string) => unknown>> = {
  open_now: (text) => text === 'true',
  open_at: String,
  remote: (text) => text === 'true',
  verified_within_days: Number,
};

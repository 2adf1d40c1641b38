import type { Facets, HelpLine, Listing, Nearby, Page } from '#contract';
import { type SearchAddress, searchNames, writeSearch } from '../address/site-address.ts';
import type { Ask } from '../api/ask.ts';
import type { RoundedPosition } from './rounded-position.ts';

/** What the page shows, however it was found. Sources are left to the pages of their own. */
export type Found = Partial<Omit<Nearby, 'items'>> & {
  items: Listing[];
  next: string | null;
  help_lines: HelpLine[];
};

const NEARBY_LIMIT = 25;
const PAGE_LIMIT = 20;
const filterNames = searchNames.filter(
  (name) => name !== 'near' && name !== 'bbox' && name !== 'cursor',
);

/** Names a search, so that the same one is not asked twice. */
export function questionKey(search: SearchAddress, at: RoundedPosition | null): string {
  return JSON.stringify([at ?? search.near, writeSearch({ ...search, near: '' })]);
}

/** The search behind an address, or near a position; the position goes in the body, never in a URL. */
export async function find(
  search: SearchAddress,
  ask: Ask,
  { at = null, signal }: { at?: RoundedPosition | null; signal?: AbortSignal } = {},
): Promise<Found> {
  const options = signal ? { signal } : {};
  if (at) {
    const body = { lat: at.latitude, lon: at.longitude, ...bodyOf(search), limit: NEARBY_LIMIT };
    return fromNear(search, await ask<Nearby>('/v1/nearby', { ...options, body }));
  }
  if (!search.near || search.bbox) return await browse(search, ask, options);
  const question = writeSearch({ ...search, cursor: '' });
  const path = `/v1/nearby${question}&limit=${NEARBY_LIMIT}`;
  return fromNear(search, await ask<Nearby>(path, options));
}

/** What each value of each filter would find, beside the other filters. */
export async function findFacets(
  search: SearchAddress,
  ask: Ask,
  options: { signal?: AbortSignal } = {},
): Promise<Facets> {
  const question = writeSearch({ ...search, near: '', bbox: '', cursor: '' });
  return await ask<Facets>(`/v1/facets${question}`, options);
}

/** A page of all listings, by name. */
export async function browse(
  search: SearchAddress,
  ask: Ask,
  options: { signal?: AbortSignal } = {},
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
  return inBrief({ items: listings.items, next: listings.next, help_lines: items });
}

// Who wants no visit finds what helps from afar, and nothing below it.
function fromNear({ remote }: SearchAddress, answer: Nearby): Found {
  const own = remote === 'true' ? { items: answer.remote, remote: [] } : {};
  return inBrief({ ...answer, ...own, next: null });
}

/** Without the sources, which would be a third of what a page of results sends. */
function inBrief(found: Found): Found {
  const bare = <Item extends Listing | HelpLine>(item: Item): Item => ({ ...item, sources: [] });
  return {
    ...found,
    items: found.items.map(bare),
    help_lines: found.help_lines.map(bare),
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

import type { HelpLine, Listing, Nearby, Page } from '#contract';
import type { PageAddress } from '../address/page-address.ts';
import { ask } from '../api/ask.ts';
import type { RoundedPosition } from './rounded-position.ts';

/** What the page shows, however it was found. */
export type Found = Partial<Omit<Nearby, 'items'>> & {
  items: Listing[];
  next: string | null;
  help_lines: HelpLine[];
};

const NEARBY_LIMIT = 50;
const PAGE_LIMIT = 20;

/** Names a search, so that the same one is not asked twice. */
export function questionKey({ near, service, region }: PageAddress, at: RoundedPosition | null) {
  return JSON.stringify([at ?? near, service, region]);
}

/** The search behind an address, or near a position; the position goes in the body, never in a URL. */
export async function search(
  { near, service, region }: PageAddress,
  at: RoundedPosition | null,
  signal: AbortSignal,
): Promise<Found> {
  const filters = {
    ...(service ? { service: [service] } : {}),
    ...(region ? { region: [region] } : {}),
  };
  if (!at && !near) return await browse({ service, region }, null, signal);
  const place = at ? { lat: at.latitude, lon: at.longitude } : { near };
  const answer = await ask<Nearby>('/v1/nearby', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...place, ...filters, limit: NEARBY_LIMIT }),
    signal,
  });
  return { ...answer, next: null };
}

/** A page of all listings, by name. */
export async function browse(
  filters: { service: string; region: string },
  cursor: string | null,
  signal: AbortSignal,
): Promise<Found> {
  const parameters = new URLSearchParams({ limit: String(PAGE_LIMIT) });
  for (const [name, value] of Object.entries({ ...filters, cursor })) {
    if (value) parameters.set(name, value);
  }
  const [listings, lines] = await Promise.all([
    ask<Page<Listing>>(`/v1/listings?${parameters}`, { signal }),
    ask<Page<HelpLine>>(`/v1/help-lines${filters.service ? `?service=${filters.service}` : ''}`, {
      signal,
    }),
  ]);
  return { items: listings.items, next: listings.next, help_lines: lines.items };
}

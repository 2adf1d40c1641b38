import type { HelpLine, Listing, Page, RegionCode } from '#contract';
import type { ApiClient } from '../../api-client/fetch-json.ts';
import { formatSearch } from '../../urls/page-url.ts';

const PAGE_LIMIT = 100;
/** A reasonable maximum for printing. */
const MAX_LISTINGS = 500;

/** The content of a printed booklet for a region. */
export interface Booklet {
  /** Listings by town; help without a town is last. */
  towns: Town[];
  lines: HelpLine[];
  /** ISO 8601 date. */
  made: string;
  /** The oldest and newest source date, as precise as known; null if no source is dated. */
  sources: { oldest: string; newest: string } | null;
  /** False if the region has more listings than fit in the booklet. */
  whole: boolean;
}

interface Town {
  /** null for help without a town. */
  name: string | null;
  listings: Listing[];
}

/** Loads the content of a booklet. */
export async function loadBooklet(region: RegionCode, api: ApiClient): Promise<Booklet> {
  const [{ listings, whole }, lines] = await Promise.all([
    listingsOf(region, api),
    api<Page<HelpLine>>('/v1/help-lines?include=details,sources'),
  ]);
  const dates = [...listings, ...lines.items]
    .flatMap(({ source_date }) => source_date ?? [])
    .sort((a, b) => a.localeCompare(b));
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return {
    towns: byTown(listings),
    lines: lines.items,
    made: new Date().toISOString().slice(0, 10),
    sources: oldest && newest ? { oldest, newest } : null,
    whole,
  };
}

async function listingsOf(
  region: RegionCode,
  api: ApiClient,
): Promise<{ listings: Listing[]; whole: boolean }> {
  const listings: Listing[] = [];
  let cursor: string | null = '';
  while (cursor !== null && listings.length < MAX_LISTINGS) {
    const query = formatSearch({ region, cursor });
    const page: Page<Listing> = await api(
      `/v1/listings${query}&limit=${PAGE_LIMIT}&include=details,translations,sources`,
    );
    listings.push(...page.items);
    cursor = page.next;
  }
  return { listings, whole: cursor === null };
}

function byTown(listings: Listing[]): Town[] {
  const towns = new Map<string | null, Listing[]>();
  for (const listing of listings) {
    const name = townOf(listing);
    towns.set(name, [...(towns.get(name) ?? []), listing]);
  }
  return [...towns]
    .map(([name, inTown]) => ({ name, listings: inTown }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || compare(a, b));
}

function compare(a: Town, b: Town): number {
  return (a.name ?? '').localeCompare(b.name ?? '', 'en');
}

function townOf({ location }: Listing): string | null {
  if (!location?.city) return null;
  return [location.city, location.region?.slice(3)].filter(Boolean).join(', ');
}

import type { Listing, Region } from '#contract';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The filters of a request by parameter name, each with one or more codes. */
export type RequestedFilters = Map<string, string[]>;

/** Whether a listing matches: OR between values, AND between filters, like in the API. */
export function matchesFilters(
  listing: Listing,
  wanted: RequestedFilters,
  regions: Region[],
  now: Date,
): boolean {
  const any = (name: string, has: (code: string) => boolean) => {
    const codes = wanted.get(name) ?? [];
    return codes.length === 0 || codes.some(has);
  };
  const verifiedWithin = Number(
    wanted.get('verified_within_days')?.[0] ?? Number.POSITIVE_INFINITY,
  );
  const age = listing.verified_at === null ? null : now.getTime() - Date.parse(listing.verified_at);
  return (
    listing.status !== 'closed' &&
    any('service', (code) => listing.service_types.includes(code)) &&
    any('region', (code) => isIn(listing, members(code, regions))) &&
    any('language', (code) => listing.languages.includes(code as Listing['languages'][number])) &&
    any('bbox', () => isInside(listing, wanted.get('bbox') ?? [])) &&
    any('cost', (code) => listing.cost === code) &&
    any('accepts', (code) => (listing.accepts as string[]).includes(code)) &&
    any('remote', (code) => code !== 'true' || listing.location === null) &&
    any('open_now', (code) => code !== 'true' || listing.open.state === 'open') &&
    (verifiedWithin === Number.POSITIVE_INFINITY ||
      (age !== null && age <= verifiedWithin * DAY_MS))
  );
}

/** @param box west, south, east, north in degrees; west may be greater than east */
function isInside({ location }: Listing, box: string[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box.map(Number);
  const { longitude, latitude } = location ?? {};
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return false;
  const between =
    west <= east ? west <= longitude && longitude <= east : longitude >= west || longitude <= east;
  return between && south <= latitude && latitude <= north;
}

/** Matches the region of a place; for help without a place, the regions it serves. */
function isIn({ location, serves }: Listing, codes: string[]): boolean {
  return codes.some((code) =>
    location ? location.region === code : (serves as string[]).includes(code),
  );
}

function members(code: string, regions: Region[]): string[] {
  const group = regions.find((region) => region.code === code)?.members ?? [];
  return group.length > 0 ? group : [code];
}

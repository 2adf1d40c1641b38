import type { ListedService, Listing, OpeningHours, Region } from '#contract';
import { localTime, parseLocalTime } from '../opening-hours/local-time.ts';
import { isOpenAt } from '../opening-hours/opening-now.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Of which nothing is known. */
const NO_SERVICE: ListedService = {
  id: '',
  name: '',
  description: null,
  status: 'active',
  service_types: [],
  languages: [],
  serves: [],
  costs: [],
  eligibility: null,
  accepts: [],
  required_documents: [],
  hours: null,
  opening_hours: null,
  phones: [],
  translations: [],
};

/** The filters of a request by parameter name, each with one or more codes. */
export type RequestedFilters = Map<string, string[]>;

/**
 * Whether a listing matches: OR between values, AND between filters, like in the API. What is asked
 * about services must be true of one and the same service.
 */
export function matchesFilters(
  listing: Listing,
  wanted: RequestedFilters,
  regions: Region[],
  now: Date,
): boolean {
  return (
    hasStatus(listing, wanted.get('status') ?? []) &&
    anyOf(wanted, 'bbox', () => isInside(listing, wanted.get('bbox') ?? [])) &&
    anyOf(wanted, 'remote', (code) => code !== 'true' || listing.location === null) &&
    anyOf(wanted, 'verified_within_days', (days) => wasVerified(listing, Number(days), now)) &&
    givenServices(listing).some((service) => {
      const codes = regionCodes(listing, service);
      const isIn = (code: string) => members(code, regions).some((one) => codes.includes(one));
      const served = [...service.serves, ...codes];
      const isServed = (code: string) => members(code, regions).some((one) => serves(served, one));
      return (
        anyOf(wanted, 'region', isIn) &&
        anyOf(wanted, 'serves', isServed) &&
        matchesService(service, wanted, now)
      );
    })
  );
}

/** Those that have closed are found only where that is asked for. */
function hasStatus({ status }: Listing, wanted: string[]): boolean {
  if (wanted.length === 0) return status !== 'closed';
  return wanted.includes('any') || wanted.includes(status);
}

function wasVerified({ verified_at }: Listing, days: number, now: Date): boolean {
  if (verified_at === null) return false;
  // Whole minutes, so that equal requests within one find the same.
  const since = Math.floor((now.getTime() - days * DAY_MS) / MINUTE_MS) * MINUTE_MS;
  return Date.parse(verified_at) >= since;
}

function matchesService(service: ListedService, wanted: RequestedFilters, now: Date): boolean {
  const { service_types, costs, opening_hours } = service;
  const languages: string[] = service.languages;
  const accepts: string[] = service.accepts;
  return (
    anyOf(wanted, 'service', (code) => service_types.includes(code)) &&
    anyOf(wanted, 'language', (code) => languages.includes(code)) &&
    anyOf(wanted, 'cost', (code) => costs.some((cost) => cost === code)) &&
    anyOf(wanted, 'accepts', (code) => accepts.includes(code)) &&
    anyOf(wanted, 'open_now', (code) => code !== 'true' || isOpenNow(opening_hours, now)) &&
    anyOf(wanted, 'open_at', (time) => isOpenAt(opening_hours, parseLocalTime(time)))
  );
}

function isOpenNow(hours: OpeningHours | null, now: Date): boolean {
  return hours !== null && isOpenAt(hours, localTime(now, hours.time_zone));
}

// A service that is closed for a while is shown, but not found.
function givenServices({ services }: Listing): ListedService[] {
  const given = services.filter(({ status }) => status !== 'temporarily closed');
  return given.length > 0 ? given : [NO_SERVICE];
}

/** The region of a place; for help without a place, the regions that it serves. */
function regionCodes({ location }: Listing, { serves }: ListedService): string[] {
  return location?.region ? [location.region] : serves;
}

/** Returns the regions that a code means: itself, or the members of a group. */
export function regionMembers(codes: string[], regions: Region[]): string[] {
  return codes.flatMap((code) => members(code, regions));
}

// Help for a whole country serves each of its states.
function serves(served: string[], region: string): boolean {
  return served.includes(region) || served.includes(region.slice(0, 2));
}

function anyOf(wanted: RequestedFilters, name: string, has: (code: string) => boolean): boolean {
  const codes = wanted.get(name) ?? [];
  return codes.length === 0 || codes.some(has);
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

function members(code: string, regions: Region[]): string[] {
  const group = regions.find((region) => region.code === code)?.members ?? [];
  return group.length > 0 ? group : [code];
}

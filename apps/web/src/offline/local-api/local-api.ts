import {
  accepted,
  costs,
  type Facet,
  type FacetName,
  type Facets,
  type Facility,
  facetNames,
  type HelpLine,
  isDialable,
  type Listing,
  type MapPoint,
  type Nearby,
  type Place,
  searchFacilities,
} from '#contract';
import { byName, matchesFilters, type RequestedFilters, regionMembers, withinRadius } from '#rules';
import { type ApiClient, ProblemError } from '../../api-client/fetch-json.ts';
import { cachedGuides, cachedStatistics } from '../store/cached-responses.ts';
import type { StoredSnapshot } from '../store/snapshot-store.ts';
import { facilitiesByDistance, facilityHelp } from './facilities.ts';
import { nearest } from './ground-distance.ts';
import { loadNamedPlaces } from './places/named-places.ts';
import { searchPlaces } from './places/places.ts';
import { regionAt } from './places/region-at.ts';
import { loadSurroundings } from './places/surroundings.ts';
import { facilityNow, helpLineNow, listingsNow, organizationNow } from './records.ts';

const DEFAULT_LIMIT = 20;
/** How many help lines, and how much help without a place, come with the nearest. */
const MAX_HELP_BY_PHONE = 3;
/** The filters that help without a place has in common with the nearest. */
const REMOTE_FILTERS = [
  'service',
  'language',
  'cost',
  'accepts',
  'status',
  'open_now',
  'open_at',
  'verified_within_days',
];

/** Creates an API client that responds from the copy on this device. */
export function localApi(stored: StoredSnapshot, now = new Date()): ApiClient {
  const directory = new OfflineDirectory(stored, now);
  return async <Body>(path: string, { body }: { body?: unknown } = {}): Promise<Body> => {
    const { pathname, searchParams } = new URL(path, 'http://offline');
    const wanted = body ? wantedInBody(body as object) : wantedInQuery(searchParams);
    return (await directory.handle(pathname, wanted)) as Body;
  };
}

class OfflineDirectory {
  constructor(
    private readonly stored: StoredSnapshot,
    private readonly now: Date,
  ) {}

  async handle(path: string, wanted: RequestedFilters): Promise<unknown> {
    const [, , resource, name, part] = path.split('/').map(decodeURIComponent);
    const { vocabulary, snapshot } = this.stored;
    const page = (items: unknown[]) => ({ items, next: null });
    const pageOf = (items: unknown[]) => pageAt(items, wanted);
    switch (resource) {
      case 'regions':
        return page(vocabulary.regions);
      case 'service-types':
        return page(vocabulary.services);
      case 'languages':
        return page(vocabulary.languages);
      case 'places':
        return page(await this.places(wanted.get('q')?.join(',') ?? ''));
      case 'nearby':
        return await this.nearby(wanted);
      case 'facets':
        return this.facets(wanted);
      case 'map':
        return { items: this.listings(wanted).flatMap(asMapPoint) };
      case 'help-lines':
        return page(this.helpLines(wanted));
      case 'listings':
        if (!name) return pageOf(this.listings(wanted));
        return found(this.allListings().find(({ slug, id }) => slug === name || id === name));
      case 'organizations': {
        const one = found(snapshot.organizations.find(({ slug }) => slug === name));
        return organizationNow(one, snapshot.facilities, this.now);
      }
      case 'facilities':
        return await this.facilities(wanted, name, part);
      case 'guides': {
        const guides = await cachedGuides();
        return name ? found(guides.find(({ slug }) => slug === name)) : page(guides);
      }
      case 'statistics':
        return found(await cachedStatistics());
      default:
        throw notFound();
    }
  }

  private allListings(): Listing[] {
    return listingsNow(this.stored.snapshot, this.now);
  }

  private listings(wanted: RequestedFilters): Listing[] {
    const { regions } = this.stored.vocabulary;
    return this.allListings().filter((listing) =>
      matchesFilters(listing, wanted, regions, this.now),
    );
  }

  private facets(wanted: RequestedFilters): Facets {
    const facets = facetNames.map((name) => {
      const others = new Map([...wanted].filter(([other]) => other !== name));
      const listings = this.listings(others);
      return { name, without: listings.length, values: this.values(name, others, listings) };
    });
    return { total: this.listings(wanted).length, facets };
  }

  /** @param listings those that match the other filters */
  private values(name: FacetName, others: RequestedFilters, listings: Listing[]): Facet['values'] {
    const { regions } = this.stored.vocabulary;
    const codes = {
      service: this.stored.vocabulary.services.map(({ code }) => code),
      region: regions.map(({ code }) => code),
      language: this.stored.vocabulary.languages.map(({ code }) => code),
      cost: [...costs],
      accepts: [...accepted],
      open_now: [],
      open_at: [],
      remote: [],
      verified_within_days: [],
    }[name] as string[];
    return codes.map((code) => {
      const wanted = new Map([...others, [name, [code]]]);
      const count = listings.filter((listing) =>
        matchesFilters(listing, wanted, regions, this.now),
      ).length;
      return { code, count };
    });
  }

  private helpLines(wanted: RequestedFilters) {
    const services = wanted.get('service') ?? [];
    const languages = wanted.get('language') ?? [];
    const detention = wanted.has('dialable_from');
    return this.stored.snapshot.help_lines
      .filter(
        ({ service_types, languages: spoken, speed_dials }) =>
          (services.length === 0 || services.some((code) => service_types.includes(code))) &&
          (languages.length === 0 || languages.some((code) => spoken.includes(code))) &&
          (!detention || speed_dials.some(isDialable)),
      )
      .map((line) => helpLineNow(line, this.now));
  }

  private async facilities(
    wanted: RequestedFilters,
    name?: string,
    part?: string,
  ): Promise<unknown> {
    const all = this.stored.snapshot.facilities.map(facilityNow);
    if (!name) {
      const [near] = wanted.get('near') ?? [];
      const items =
        near === undefined
          ? this.facilitiesNamed(wanted, all)
          : facilitiesByDistance((await this.origin(wanted)).at, all);
      return { items, next: null };
    }
    const facility = found(all.find(({ slug }) => slug === name));
    if (part !== 'help') return facility;
    const listings = this.allListings();
    return facilityHelp(facility, { listings, lines: this.helpLines(new Map()) });
  }

  private facilitiesNamed(wanted: RequestedFilters, all: Facility[]): Facility[] {
    const { regions } = this.stored.vocabulary;
    const inRegions = regionMembers(wanted.get('region') ?? [], regions);
    return searchFacilities((wanted.get('q') ?? []).join(' '), byName(all), regions).filter(
      ({ region }) => inRegions.length === 0 || inRegions.includes(region),
    );
  }

  private async places(text: string, preferred: string[] = []): Promise<Place[]> {
    const { snapshot, vocabulary } = this.stored;
    const listed = [...this.allListings().flatMap(asMapPoint), ...snapshot.facilities];
    return searchPlaces(text, await loadNamedPlaces(vocabulary.regions), { listed, preferred });
  }

  private async nearby(wanted: RequestedFilters): Promise<Nearby<Listing, HelpLine>> {
    const { at, place, others, region } = await this.origin(wanted);
    const requested = [...(wanted.get('region') ?? []), ...(wanted.get('serves') ?? [])];
    const regions = requested.length > 0 ? requested : region ? [region] : [];
    const limit = Number(wanted.get('limit')?.[0] ?? DEFAULT_LIMIT);
    const radius = wanted.get('radius_km')?.[0];
    const isRemote = wanted.get('remote')?.[0] === 'true';
    const found = isRemote ? [] : nearest(this.listings(wanted), at).slice(0, limit);
    const lines = new Map([...wanted].filter(([name]) => ['service', 'language'].includes(name)));
    const services = wanted.get('service');
    return {
      place,
      other_places: others,
      ...withinRadius(found, radius === undefined ? undefined : Number(radius)),
      remote: this.remoteHelp(wanted, regions).slice(0, MAX_HELP_BY_PHONE),
      help_lines: this.helpLines(lines).slice(0, MAX_HELP_BY_PHONE),
      more: {
        remote: `/v1/listings?${remoteSearch(wanted, regions)}`,
        help_lines: services ? `/v1/help-lines?service=${services}` : '/v1/help-lines',
      },
    };
  }

  /** Help without a place on the map: first that of the regions themselves, then that of countries. */
  private remoteHelp(wanted: RequestedFilters, serves: string[]): Listing[] {
    const served = new Map([...wanted, ['region', []], ['serves', serves]]);
    const own = regionMembers(serves, this.stored.vocabulary.regions);
    const isOwn = ({ serves: codes, location }: Listing) =>
      [...codes, location?.region].some((code) => own.includes(String(code)));
    const found = this.listings(served).filter(
      ({ location }) => typeof location?.latitude !== 'number',
    );
    return [...found.filter(isOwn), ...found.filter((listing) => !isOwn(listing))];
  }

  private async origin(wanted: RequestedFilters) {
    const [latitude, longitude] = ['lat', 'lon'].map((name) => wanted.get(name)?.[0]);
    if (latitude !== undefined && longitude !== undefined) {
      const at = { latitude: Number(latitude), longitude: Number(longitude) };
      return { at, place: null, others: [], region: regionAt(at, await loadSurroundings()) };
    }
    const [place, ...others] = await this.places(
      wanted.get('near')?.join(',') ?? '',
      wanted.get('region'),
    );
    if (!place) {
      const errors = [{ name: 'near', detail: 'This place is not known here.' }];
      throw new ProblemError(400, { ...problem(400), errors });
    }
    return { at: place, place, others, region: place.region };
  }
}

/**
 * A page of a list. Its cursor is the number of what came before; after one of the server, which means
 * nothing here, everything comes.
 */
function pageAt(
  items: unknown[],
  wanted: RequestedFilters,
): { items: unknown[]; next: string | null } {
  const start = Number(wanted.get('cursor')?.[0] ?? 0);
  if (!Number.isInteger(start)) return { items, next: null };
  const end = start + Number(wanted.get('limit')?.[0] ?? DEFAULT_LIMIT);
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
}

function asMapPoint(listing: Listing): MapPoint[] {
  const { id, slug, name, service_types, status, location } = listing;
  const { latitude, longitude, visibility } = location ?? {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || !visibility) return [];
  return [
    { kind: 'point', id, slug, name, service_types, status, visibility, latitude, longitude },
  ];
}

function remoteSearch(wanted: RequestedFilters, regions: string[]): URLSearchParams {
  const search = new URLSearchParams({ remote: 'true' });
  if (regions.length > 0) search.set('serves', regions.join(','));
  for (const name of REMOTE_FILTERS) {
    const codes = wanted.get(name);
    if (codes) search.set(name, codes.join(','));
  }
  return search;
}

function wantedInQuery(parameters: URLSearchParams): RequestedFilters {
  return new Map([...parameters].map(([name, value]) => [name, value.split(',')]));
}

function wantedInBody(body: object): RequestedFilters {
  const list = (name: string, value: unknown): string[] =>
    typeof value === 'string' && name !== 'near' ? value.split(',') : [value].flat().map(String);
  return new Map(Object.entries(body).map(([name, value]) => [name, list(name, value)]));
}

function found<Item>(item: Item | undefined): Item {
  if (!item) throw notFound();
  return item;
}

function notFound(): ProblemError {
  return new ProblemError(404, problem(404));
}

function problem(status: number) {
  return { type: 'about:blank', title: '', status, detail: '', instance: '' };
}

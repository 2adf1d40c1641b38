import { commonService, farState, rareService } from '../../test/directory/generated-listing.ts';
import type { Towns } from '../../test/directory/generated-towns.ts';
import { SeededRandom } from '../../test/directory/seeded-random.ts';

/** At most so many times the cost with few listings. */
const ROUTE_BOUND = 1.5;
/** Of what counts listings, ranks words or shows the whole world. */
const WIDE_BOUND = 4;

/** A public route, and requests to it that have the same answers in directories of every size. */
export interface MeasuredRoute {
  /** As in the OpenAPI document, `/v1/listings/{id}`, or the path of a page. */
  route: string;
  /** What is asked of it. */
  of: string;
  bound: number;
  /** Returns the URL of the request of this number, from 0; mostly another one for each. */
  url(number: number): string;
  /** Whether the answer is all of it, so that what counts is the cost of each byte. */
  isWhole?: boolean;
  /** The JSON of a POST. */
  body?(number: number): object;
}

const STATES = ['US-TX', 'US-CA', 'US-AZ', 'MX-SON', 'MX-BCN', 'MX-CHH', 'US-NM', 'MX-TAM'];
const SERVICES = ['legal', 'shelter', 'food', 'medical'];
const LANGUAGES = ['en', 'es', 'fr', 'ht', 'pt', 'zh', 'ar', 'ru'];
const SNAPSHOT = '/v1/snapshot?region=US-WY&translations=en&sources=false';
const WORDS = ['legal clinic', 'shelter', 'refugee center', 'casa', 'health post', 'esperanza'];

/** The records whose names are in the URLs. */
export interface KnownRecords {
  /** Slugs of listings, which are also those of their organizations. */
  listings: string[];
  listingIds: string[];
  facilities: string[];
  helpLines: string[];
  guides: string[];
  speedDials: string[];
}

/** The public routes, about the towns that the listings lie in. */
export function measuredRoutes(towns: Towns, records: KnownRecords): MeasuredRoute[] {
  const at = (number: number) => new SeededRandom(number * 7_919 + 11);
  const of = <Value>(values: readonly Value[], number: number) =>
    values[number % values.length] as Value;
  const point = (number: number) => {
    const random = at(number);
    const { longitude, latitude } = towns.draw(random);
    const lat = latitude + random.normal() * 0.2;
    return {
      lat: Number(lat.toFixed(4)),
      lon: Number((longitude + random.normal() * 0.2).toFixed(4)),
    };
  };
  const near = (number: number) => {
    const { lat, lon } = point(number);
    return `/v1/nearby?lat=${lat}&lon=${lon}`;
  };
  const town = (number: number) => encodeURIComponent(towns.draw(at(number)).name);
  const slug = (number: number) => of(records.listings, number);
  const map = (number: number, zoom: number) => {
    const { lat, lon } = point(number);
    const half = 360 / 2 ** zoom;
    const box = [lon - half, lat - half / 2, lon + half, lat + half / 2];
    return `/v1/map?bbox=${box.map((degrees) => degrees.toFixed(4)).join(',')}&zoom=${zoom}`;
  };
  const world = (number: number) =>
    `/v1/map?bbox=${-170 + number / 100},-60,179,75&zoom=${1 + (number % 3)}`;
  const filter = (number: number) =>
    `service=${of(SERVICES, number)}&region=${of(STATES, number)}&language=${of(LANGUAGES, number)}`;

  const usual = (route: string, what: string, url: MeasuredRoute['url']): MeasuredRoute => ({
    route,
    of: what,
    bound: ROUTE_BOUND,
    url,
  });
  const wide = (route: string, what: string, url: MeasuredRoute['url']): MeasuredRoute => ({
    ...usual(route, what, url),
    bound: WIDE_BOUND,
  });
  const one = (route: string, url = route) => usual(route, '', () => url);
  const each = (route: string, names: string[], end = '') =>
    usual(route, 'one', (number) => `${route.replace(/\{.*/, '')}${of(names, number)}${end}`);

  return [
    usual('/v1/nearby', 'a point', near),
    usual('/v1/nearby', 'a town', (number) => `/v1/nearby?near=${town(number)}`),
    usual(
      '/v1/nearby',
      'service and state',
      (n) => `${near(n)}&service=${commonService}&region=${of(STATES, n)}`,
    ),
    usual(
      '/v1/nearby',
      'rare and far',
      (n) => `${near(n)}&service=${rareService}&region=${farState}&limit=2`,
    ),
    usual(
      '/v1/nearby',
      'open now, a language',
      (n) => `${near(n)}&open_now=true&language=${of(LANGUAGES, n)}`,
    ),
    {
      ...usual('/v1/nearby', 'POST of a point', () => '/v1/nearby'),
      body: (number) => point(number),
    },
    usual('/v1/listings', 'by name', (n) => `/v1/listings?limit=${20 + (n % 80)}`),
    usual('/v1/listings', 'with filters', (n) => `/v1/listings?${filter(n)}`),
    usual(
      '/v1/listings',
      'rare and far',
      (n) => `/v1/listings?service=${rareService}&region=${farState}&limit=${1 + (n % 2)}`,
    ),
    usual(
      '/v1/listings',
      'verified',
      (n) => `/v1/listings?region=${of(STATES, n)}&verified_within_days=${400 + (n % 3_200)}`,
    ),
    usual('/v1/listings', 'in a box', (n) =>
      map(n, 9)
        .replace('/v1/map', '/v1/listings')
        .replace(/&zoom.*/, ''),
    ),
    wide(
      '/v1/listings',
      'words',
      (n) => `/v1/listings?q=${encodeURIComponent(of(WORDS, n))}+${town(n)}`,
    ),
    wide(
      '/v1/listings',
      'one word',
      (n) => `/v1/listings?q=${encodeURIComponent(of(WORDS, n))}&limit=${20 + (n % 80)}`,
    ),
    usual('/v1/listings', 'GeoJSON', (n) => `/v1/listings?f=geojson&limit=${20 + (n % 80)}`),
    usual('/v1/listings/{id}', 'by slug', (n) => `/v1/listings/${slug(n)}`),
    usual('/v1/listings/{id}', 'by id', (n) => `/v1/listings/${of(records.listingIds, n)}`),
    usual('/v1/map', 'near', (n) => map(n, 8 + (n % 6))),
    usual('/v1/map', 'near, a service', (n) => `${map(n, 8 + (n % 6))}&service=${of(SERVICES, n)}`),
    wide('/v1/map', 'the world', world),
    wide('/v1/map', 'the world, filtered', (n) => `${world(n)}&service=${of(SERVICES, n)}`),
    wide(
      '/v1/facets',
      'everything',
      (n) => `/v1/facets?verified_within_days=${1_000 + (n % 2_600)}`,
    ),
    wide('/v1/facets', 'with filters', (n) => `/v1/facets?${filter(n)}`),
    wide('/v1/facets', 'open now', (n) => `/v1/facets?open_now=true&language=${of(LANGUAGES, n)}`),
    { ...one('/v1/regions'), bound: WIDE_BOUND },
    { ...one('/v1/service-types'), bound: WIDE_BOUND },
    { ...one('/v1/languages'), bound: WIDE_BOUND },
    { ...one('/v1/statistics'), bound: WIDE_BOUND },
    usual('/v1/organizations', 'by name', (n) => `/v1/organizations?limit=${20 + (n % 80)}`),
    wide(
      '/v1/organizations',
      'words',
      (n) => `/v1/organizations?q=${encodeURIComponent(of(WORDS, n))}+${town(n)}`,
    ),
    usual('/v1/organizations/{slug}', 'one', (n) => `/v1/organizations/${slug(n)}`),
    usual('/v1/help-lines', 'all', (n) => `/v1/help-lines?limit=${20 + (n % 80)}`),
    each('/v1/help-lines/{slug}', records.helpLines),
    usual('/v1/speed-dials', 'all', (n) => `/v1/speed-dials?limit=${20 + (n % 80)}`),
    each('/v1/speed-dials/{id}', records.speedDials),
    usual('/v1/facilities', 'all', (n) => `/v1/facilities?limit=${20 + (n % 80)}`),
    usual('/v1/facilities', 'words', (n) => `/v1/facilities?q=${town(n)}`),
    each('/v1/facilities/{slug}', records.facilities),
    each('/v1/facilities/{slug}/help', records.facilities, '/help'),
    usual('/v1/guides', 'all', (n) => `/v1/guides?language=${of(LANGUAGES, n)}`),
    each('/v1/guides/{slug}', records.guides),
    usual('/v1/places', 'a name', (n) => `/v1/places?q=${town(n)}`),
    {
      ...usual('/v1/snapshot', 'a state, each byte', () => SNAPSHOT),
      isWhole: true,
    },
    usual('/v1/snapshot', 'changes', (n) => `/v1/snapshot?region=US-WY&since=${100_000_000 + n}`),
    usual('/en/', 'near a town', (n) => `/en/?near=${town(n)}`),
    usual('/en/', 'with filters', (n) => `/en/?${filter(n)}`),
    wide('/en/', 'words', (n) => `/en/?q=${encodeURIComponent(of(WORDS, n))}+${town(n)}`),
    one('/en/'),
    each('/en/listing/', records.listings),
    each('/en/organization/', records.listings),
    each('/en/state/', STATES),
    each('/en/service/', SERVICES),
    each('/en/facility/', records.facilities),
    each('/en/wallet/', records.facilities),
    each('/en/guide/', records.guides),
    each('/en/print/', ['US-TX', 'US-CA']),
    one('/en/help-lines'),
    one('/en/facilities'),
    one('/en/guides'),
    one('/en/about'),
    one('/en/about/data'),
    one('/en/privacy'),
    one('/en/saved'),
    one('/sitemap.xml'),
    one('/sitemap-2.xml'),
    one('/robots.txt'),
    usual('/qr.svg', 'of a listing', (n) => `/qr.svg?page=/en/listing/${slug(n)}`),
    usual('/preview/', 'of a listing', (n) => `/preview/en/listing/${slug(n)}.png`),
    one('/health/live'),
    one('/health/ready'),
    one('/openapi.json'),
  ];
}

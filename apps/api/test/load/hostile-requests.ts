/** A request: its path, and its body if it is a POST. */
export interface Asked {
  path: string;
  body?: object;
}

/** The ordinary requests of a family of routes, and those that want to cost as much as possible. */
export interface Family {
  name: string;
  ordinary: Asked[];
  hostile: Asked[];
}

export const MAX_BYTES = 2_000;

const gets = (paths: string[]): Asked[] => paths.map((path) => ({ path }));
const withValues = (path: string, values: string[]): Asked[] =>
  gets(values.map((value) => path + encodeURIComponent(value)));
const posts = (path: string, bodies: object[]): Asked[] => bodies.map((body) => ({ path, body }));
const times = (count: number, text: string): string => text.repeat(count);

const towns = [
  'El Paso',
  'Tuscon',
  'nogales sonora',
  '79901',
  'cd juarez',
  'browns',
  'las cruces nm',
];

/** At most 100 letters each: names that are read in many ways, begin many names, or are like many. */
const hostilePlaces = [
  `qzxwv${times(31, ' us')}`,
  `qzxwv${times(13, ' mexico')}`,
  `san${times(24, ' new')}`,
  `sann joze de losz${times(20, ' tx')}`,
  's',
  'sa',
  'san',
  '7',
  'santaa marria',
  'villa de san francsico de los',
  'san san san san san san san san san san',
  'san sann sana santo santa sante santi',
  'la sa lo so le se li si lu su',
  times(100, 'a'),
  times(50, 'a '),
  times(25, 'san '),
  times(50, '%_'),
  times(50, 'é́'),
  'estados unidos mexico usa mx us eeuu united states',
  'baja california sur baja california norte sur new mexico',
];

const services = ['legal', 'shelter', 'health', 'food', 'clothing', 'transport'];
const states = 'US-TX,US-CA,US-AZ,US-NM,MX-BCN,MX-SON,MX-CHH,MX-COA,MX-NLE,MX-TAM';
const everyFilter = [
  `region=${states}&serves=${states}`,
  'language=es,en,fr,pt,ht,ar,ru,zh,fa&cost=free,low-cost,paid',
  'accepts=families,children,walk-ins&status=any',
  'open_at=2026-11-28T18:00&verified_within_days=3650',
].join('&');
const many = (value: string, count = 50): string => Array(count).fill(value).join(',');

const hostileFilters = [
  everyFilter,
  `service=${many('legal')}`,
  `region=${many('US-TX')}&serves=${many('US-TX')}`,
  `language=${many('es')}`,
  `region=${many('US-ZZ')}`,
  'status=any',
  'status=any&open_now=true',
  'status=closed&remote=true&verified_within_days=3650',
  'service=legal&service=shelter&service=legal&service=shelter',
  `region=US&serves=MX&${times(20, 'accepts=families&').slice(0, -1)}`,
];

const WORLD = 'bbox=-180,-85,180,85';

const hostileWords = [
  'a',
  'the of and for with los las de la para',
  times(100, 'a '),
  times(66, 'ab '),
  'legal immigration services legal aid asylum refugee center community help',
  times(28, 'centro '),
  times(200, 'x'),
  times(40, "' & | "),
  times(50, 'é́ '),
  'e o u y s t c',
];

export const families: Family[] = [
  {
    name: 'places',
    ordinary: withValues('/v1/places?q=', [...towns, 'tuc', 'el pa', 'phoenix az']),
    hostile: [
      ...withValues('/v1/places?q=', hostilePlaces),
      ...withValues('/v1/places?limit=20&q=', ['s', 'santa', 'x us us us us']),
    ],
  },
  {
    name: 'nearby',
    ordinary: [
      ...withValues('/v1/nearby?near=', towns),
      ...gets(['/v1/nearby?lat=31.77&lon=-106.44&service=legal', '/v1/nearby?near=Tucson&limit=5']),
      ...posts('/v1/nearby', [{ lat: 32.2, lon: -110.9 }]),
    ],
    hostile: [
      ...withValues('/v1/nearby?near=', hostilePlaces),
      ...gets(hostileFilters.map((filter) => `/v1/nearby?lat=0&lon=180&limit=100&${filter}`)),
      ...posts('/v1/nearby', [
        { lat: 90, lon: -180, limit: 100 },
        { near: hostilePlaces[0], limit: 100, radius_km: 0.001 },
        { lat: -90, lon: 0, radius_km: 20100, limit: 100, status: ['any'] },
      ]),
    ],
  },
  {
    name: 'listings',
    ordinary: gets([
      '/v1/listings',
      '/v1/listings?service=legal&region=US-TX',
      '/v1/listings?q=legal+aid',
      '/v1/listings?q=refugio&limit=10',
      '/v1/listings?bbox=-107,31,-106,32',
      '/v1/listings/annunciation-house',
    ]),
    hostile: [
      ...withValues('/v1/listings?limit=100&q=', hostileWords),
      ...gets(hostileFilters.map((filter) => `/v1/listings?limit=100&${filter}`)),
      ...gets([
        `/v1/listings?${WORLD}&limit=100&q=a&status=any`,
        '/v1/listings?bbox=179.9,-85,-179.9,85&limit=100',
        `/v1/listings?cursor=${times(190, 'WyJhIiwi')}`,
        `/v1/listings/${times(190, 'a')}`,
        `/v1/listings?f=geojson&${WORLD}&limit=100&${everyFilter}`,
      ]),
    ],
  },
  {
    name: 'map',
    ordinary: gets([
      '/v1/map?bbox=-107,31,-106,32&zoom=9',
      '/v1/map?bbox=-118,32,-116,34&zoom=8',
      '/v1/map?bbox=-125,24,-93,42&zoom=5',
      '/v1/map?bbox=-106.6,31.7,-106.4,31.8&zoom=12&service=legal',
    ]),
    hostile: gets([
      ...[0, 5, 12, 22].map((zoom) => `/v1/map?${WORLD}&zoom=${zoom}`),
      '/v1/map?bbox=179,-85,-179,85&zoom=22',
      '/v1/map?bbox=-180,-0.001,180,0.001&zoom=22',
      '/v1/map?bbox=-0.001,-85,0.001,85&zoom=22',
      '/v1/map?bbox=-106.5,31.7,-106.49999,31.70001&zoom=0',
      ...hostileFilters.map((filter) => `/v1/map?${WORLD}&zoom=22&${filter}`),
    ]),
  },
  {
    name: 'facets',
    ordinary: gets([
      '/v1/facets',
      '/v1/facets?service=legal',
      '/v1/facets?region=US-TX&language=es',
      '/v1/facets?cost=free',
    ]),
    hostile: gets([
      ...hostileFilters.map((filter) => `/v1/facets?${filter}`),
      `/v1/facets?service=${many(services.join(','), 8)}`,
    ]),
  },
  {
    name: 'organizations',
    ordinary: gets([
      '/v1/organizations',
      '/v1/organizations?q=legal',
      '/v1/organizations?region=US-TX',
      '/v1/organizations/annunciation-house',
    ]),
    hostile: [
      ...withValues('/v1/organizations?limit=100&q=', hostileWords),
      ...gets([
        `/v1/organizations?limit=100&region=${many('US-TX', 300)}`,
        `/v1/organizations/${times(190, 'a')}`,
      ]),
    ],
  },
  {
    name: 'facilities',
    ordinary: gets([
      '/v1/facilities',
      '/v1/facilities?q=otay+mesa',
      '/v1/facilities?q=elloy',
      '/v1/facilities?near=Tucson',
      '/v1/facilities/el-paso-service-processing-center/help',
    ]),
    hostile: [
      ...withValues('/v1/facilities?q=', hostileWords),
      ...withValues('/v1/facilities?near=', hostilePlaces),
      ...gets([`/v1/facilities?limit=100&region=${many('US-TX', 300)}`]),
    ],
  },
  {
    name: 'help lines',
    ordinary: gets([
      '/v1/help-lines',
      '/v1/help-lines?service=legal',
      '/v1/help-lines?dialable_from=detention',
      '/v1/help-lines?q=hotline',
    ]),
    hostile: [
      ...withValues('/v1/help-lines?limit=100&q=', hostileWords),
      ...gets([`/v1/help-lines?limit=100&service=${many('legal', 300)}`]),
    ],
  },
  {
    name: 'guides',
    ordinary: gets([
      '/v1/guides',
      '/v1/guides?language=es',
      '/v1/guides/what-asylum-is?language=es',
    ]),
    hostile: gets([
      '/v1/guides?whole=true',
      ...['ht', 'pt', 'fr', 'ar', 'ru', 'zh', 'fa'].map(
        (language) => `/v1/guides?whole=true&language=${language}`,
      ),
      `/v1/guides?language=${times(600, 'en-')}`,
      `/v1/guides/${times(190, 'a-')}`,
      '/v1/guides?whole=1&whole=true&language=zxx',
    ]),
  },
  {
    name: 'snapshot',
    ordinary: gets([
      '/v1/snapshot?region=US-TX',
      '/v1/snapshot?region=US-AZ&translations=es&sources=false',
      '/v1/snapshot?region=MX-SON&translations=en',
    ]),
    hostile: gets([
      '/v1/snapshot',
      '/v1/snapshot?since=0',
      '/v1/snapshot?since=1&region=US-TX',
      '/v1/snapshot?since=99999999999999999999',
      '/v1/snapshot?since=9007199254740991',
      `/v1/snapshot?region=${many('US-TX', 300)}`,
      `/v1/snapshot?region=${states}`,
      `/v1/snapshot?region=US-TX&translations=${many('es', 500)}`,
      '/v1/snapshot?region=US-TX&translations=en,es,fr,pt,ht,ar,ru,zh,fa&sources=true',
      `/v1/snapshot?region=${many('US-ZZ', 300)}`,
    ]),
  },
  {
    name: 'statistics',
    ordinary: gets(['/v1/statistics']),
    hostile: gets([
      ...['x=1', 'since=0', 'region=US-TX', 'f=csv', '%00=1', 'q=a', '__proto__=1'].map(
        (query) => `/v1/statistics?${query}`,
      ),
      `/v1/statistics?${times(480, 'a=1&')}`,
      `/v1/statistics?a=${times(1900, 'a')}`,
      `/v1/statistics?${times(200, '%5B%5D=1&')}`,
    ]),
  },
  {
    name: 'vocabulary',
    ordinary: gets(['/v1/regions', '/v1/service-types', '/v1/languages']),
    hostile: gets([
      ...['regions', 'service-types', 'languages'].flatMap((name) => [
        `/v1/${name}?${times(480, 'a=1&')}`,
        `/v1/${name}?a=${times(1900, 'a')}`,
        `/v1/${name}?__proto__=1`,
      ]),
      '/v1/regions?q=a&limit=100',
    ]),
  },
  {
    name: 'pages',
    ordinary: gets([
      '/en/',
      '/es/?near=El+Paso&service=legal',
      '/en/listing/annunciation-house',
      '/en/organization/annunciation-house',
      '/es/state/US-TX',
      '/en/help-lines',
      '/en/facilities?q=eloy',
      '/es/guides',
    ]),
    hostile: [
      ...withValues('/ar/?near=', hostilePlaces),
      ...withValues('/zh/?q=', hostileWords),
      ...gets(hostileFilters.map((filter) => `/fa/?near=El+Paso&${filter}`)),
      ...gets([
        `/en/${times(900, 'a/')}`,
        `/en/listing/${times(1900, 'a')}`,
        `/en/guide/${encodeURIComponent(times(200, 'é'))}`,
        '/es/facilities?q=sanzz+josezz+torancezz',
        `/es/?cursor=${times(230, 'WyJhIiwi')}`,
      ]),
    ],
  },
  {
    name: 'booklets',
    ordinary: gets(['/en/print/US-AZ', '/es/print/US-NM', '/en/print/MX-SON']),
    hostile: gets([
      ...['ar', 'zh', 'fa', 'ru', 'ht'].map((language) => `/${language}/print/US-CA`),
      ...['US-TX', 'US', 'MX', 'XX-US', times(900, 'a'), '%00', '..%2f..'].map(
        (code) => `/en/print/${code}`,
      ),
      `/en/print/US-TX?${everyFilter}`,
      `/en/print/US-CA?q=${times(200, 'a')}`,
    ]),
  },
  {
    name: 'preview images',
    ordinary: gets([
      '/preview/es/listing/annunciation-house.png',
      '/preview/en/state/US-AZ.png',
      '/preview/en/about.png',
    ]),
    hostile: gets([
      '/preview/ar/print/US-CA.png',
      '/preview/zh/guides.png',
      '/preview/fa/facilities.png',
      '/preview/ru/help-lines.png',
      '/preview/en/state/US-TX.png',
      '/preview/en/service/legal.png',
      `/preview/en/listing/${times(900, 'a')}.png`,
      `/preview/${times(900, 'a/')}.png`,
      '/preview/en/missing/page/.png',
      '/preview/es/facility/el-paso-service-processing-center.png',
      '/preview/ht/guide/what-asylum-is.png',
    ]),
  },
  {
    name: 'the sitemap',
    ordinary: gets(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-3.xml']),
    hostile: gets([
      '/sitemap-0.xml',
      '/sitemap-2.xml',
      '/sitemap-4.xml',
      '/sitemap-999999999999999999999999.xml',
      `/sitemap-${times(90, '9')}.xml`,
      '/sitemap-00000000001.xml',
      '/sitemap.xml?x=1',
      `/sitemap.xml?x=${times(1900, 'a')}`,
      '/sitemap-1.xml?page=2',
      `/robots.txt?${times(480, 'a=1&')}`,
    ]),
  },
  {
    name: 'QR codes',
    ordinary: withValues('/qr.svg?page=', [
      '/es/',
      '/es/listing/annunciation-house',
      '/en/?near=El+Paso',
    ]),
    hostile: withValues('/qr.svg?page=', [
      `/es/listing/${times(280, 'a')}`,
      `/es/listing/${times(1700, 'a')}`,
      `/es/?near=${times(270, 'z')}`,
      `/es/?near=${times(60, 'é')}`,
      `/es/${times(600, '/')}`,
      `/es/?${times(230, 'a=1&')}`,
      times(600, '/'),
      `/es/guide/${times(90, '%25')}`,
      '//evil.example/',
      `/zh/?q=${times(60, '法')}`,
    ]),
  },
  {
    name: 'tiles',
    ordinary: gets(['/tiles/14/3345/6664', '/tiles/12/836/1666', '/tiles/14/3346/6664']),
    hostile: gets([
      '/tiles/0/0/0',
      '/tiles/22/4194303/4194303',
      '/tiles/999999/999999/999999',
      '/tiles/14/-1/-1',
      '/tiles/14/3345/6664?x=1',
      `/tiles/${times(600, '9')}/0/0`,
      `/tiles/14/${times(600, '0')}/0`,
      '/tiles/1e3/1e3/1e3',
      '/tiles/13/1672/3332',
      '/tiles/14/3344/6665',
    ]),
  },
  {
    name: 'suggestions',
    ordinary: posts('/v1/suggestions', [
      { kind: 'organization', slug: 'annunciation-house', text: 'It has moved.' },
      { kind: 'listing', slug: 'annunciation-house', text: 'The phone number is another one.' },
    ]),
    hostile: posts('/v1/suggestions', [
      { kind: 'listing', slug: 'annunciation-house', text: times(1900, 'a') },
      { kind: 'listing', slug: 'annunciation-house', text: times(900, 'é') },
      { kind: 'listing', slug: times(190, 'a'), text: 'nowhere' },
      { kind: 'organization', slug: times(190, '%'), text: 'nowhere' },
      { kind: 'facility', slug: "'; DELETE FROM suggestion; --", text: 'nowhere' },
      { kind: 'help_line', slug: '', text: times(1900, ' ') },
      { kind: Array(300).fill('x'), slug: 'x', text: 'x' },
      { kind: 'listing', slug: Array(300).fill('x'), text: 'xyz' },
      Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`k${n}`, n])),
      { kind: 'listing', slug: 'x', text: { deep: { deeper: { deepest: times(500, 'x') } } } },
    ]),
  },
];

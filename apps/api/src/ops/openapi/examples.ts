import { organizationFields } from '#contract';

const listing = {
  id: '9d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-shelter',
  name: 'Example Shelter',
  organization: {
    id: '1d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
    slug: 'example-shelter',
    name: 'Example Shelter',
  },
  location: {
    name: null,
    address: null,
    city: 'El Paso',
    postal_code: null,
    region: 'US-TX',
    country: 'US',
    latitude: 31.75872,
    longitude: -106.48693,
    precision: 'city',
    visibility: 'area',
  },
  service_types: ['shelter'],
  languages: ['en', 'es'],
  serves: ['US-TX'],
  cost: 'free',
  phones: [{ number: '+19155550100', type: 'voice', label: 'Front desk', as_of: '2026-07' }],
  speed_dials: [],
  website: 'https://shelter.example',
  email: null,
  description: 'An invented shelter, to show the shape of an answer.',
  eligibility: null,
  accepts: ['families'],
  required_documents: [],
  hours: null,
  translations: [],
  status: 'active',
  notice: null,
  confidence: 'confirmed',
  source_date: '2026-07',
  sources: [{ url: 'https://shelter.example/about', what: 'Its own page', date: '2026-07' }],
  verified_at: null,
  verified_how: null,
  freshness: 'never',
  open: { state: 'unknown', until: null },
  distance_m: 1204.5,
  bearing_deg: 271,
};

const statement = {
  statement: 'It gives legal advice there.',
  source_url: 'https://shelter.example/about',
  as_of: '2026-07',
};
const point = { type: 'Point', coordinates: [-106.48693, 31.75872] };
const place = {
  id: 'geonames:5520993',
  kind: 'city',
  name: 'El Paso',
  region: 'US-TX',
  region_name: 'Texas',
  country: 'US',
  latitude: 31.75872,
  longitude: -106.48693,
  population: 681124,
};
const helpLine = {
  id: '2d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-line',
  name: 'Example Line',
  organization: 'Example Shelter',
  audience: 'People in detention',
  locates: false,
  service_types: ['legal'],
  languages: [],
  phones: [],
  speed_dials: [
    { code: '1234#', status: 'unverified', scope: null, verified_at: null, note: null },
  ],
  email: null,
  website: null,
  hours: null,
  note: null,
  confidence: 'likely',
  source_date: '2026-07',
  sources: listing.sources,
  verified_at: null,
  freshness: 'never',
};
const organization = {
  ...listing.organization,
  aliases: [],
  description: listing.description,
  website: listing.website,
  email: null,
  regions: ['US-TX'],
  service_types: ['shelter'],
  status: 'active',
  status_note: null,
  translations: [],
  confidence: 'confirmed',
  source_date: '2026-07',
  verified_at: null,
  freshness: 'never',
  sources: listing.sources,
  facilities: [
    {
      facility: { slug: 'example-detention-center', name: 'Example Detention Center' },
      ...statement,
    },
  ],
};
const storedFacility = {
  id: '3d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-detention-center',
  name: 'Example Detention Center',
  ice_code: 'EXAMPLE',
  address: '1 Example Road',
  city: 'El Paso',
  postal_code: '79901',
  region: 'US-TX',
  country: 'US',
  latitude: 31.75872,
  longitude: -106.48693,
  field_office: 'El Paso',
  average_daily_population: 120.5,
  population_as_of: '2026-07-20',
  in_use_as_of: '2026-07-20',
  phone: null,
  note: null,
  served_by: [{ organization: listing.organization, ...statement }],
  confidence: 'confirmed',
  source_date: '2026-07-20',
  sources: listing.sources,
};
const facility = { ...storedFacility, distance_m: null };
const speedDial = {
  id: '5d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  ...helpLine.speed_dials[0],
  owner: { kind: 'help_line', slug: helpLine.slug, name: helpLine.name },
  audience: helpLine.audience,
  caution: null,
  service_types: helpLine.service_types,
  languages: [],
  hours: null,
  phones: [],
  email: null,
  website: null,
  history: [
    { status: 'blocked', date: '2019-08', what: 'Invented: it was cut off.', source_url: null },
  ],
  source_date: '2026-07',
  sources: helpLine.sources,
};
const mapPoint = {
  kind: 'point',
  id: listing.id,
  slug: listing.slug,
  name: listing.name,
  service_types: listing.service_types,
  status: 'active',
  visibility: 'area',
  latitude: 31.75872,
  longitude: -106.48693,
};
const guide = {
  slug: 'example-guide',
  title: 'An example',
  summary: 'It is invented.',
  language: 'en',
  languages: ['en', 'es'],
  draft: false,
  status: 'historical',
  as_of: '2023-07-26',
  reviewed_by: null,
  review_due: null,
  blocks: [
    { kind: 'text', html: '<p>Once it was so.</p>' },
    { kind: 'help', service_types: ['legal'], help_lines: [helpLine.slug] },
  ],
  changes: [
    {
      date: '2025-01-20',
      what: 'It is no longer so.',
      language: 'en',
      source_url: 'https://news.example',
    },
  ],
  sources: listing.sources,
};
const names = { en: 'Legal help', es: 'Ayuda legal' };
const listingFeature = {
  type: 'Feature',
  id: listing.id,
  geometry: point,
  properties: listing,
};
const facilityFeature = { ...listingFeature, id: facility.id, properties: facility };
const rest = { place, other_places: [], remote: [], help_lines: [helpLine], widened: false };
const page = (item: unknown) => ({ items: [item], next: null });
const features = (feature: unknown, members: object = {}) => ({
  type: 'FeatureCollection',
  features: [feature],
  ...members,
});

function undated(card: object, left: readonly string[] = []) {
  const moving = ['freshness', 'open', 'distance_m', 'bearing_deg'];
  const lasting = Object.entries(card).filter(([name]) => ![...moving, ...left].includes(name));
  return { ...Object.fromEntries(lasting), due_at: null };
}

/** One invented answer of each shape. */
export const examples: Record<string, unknown> = {
  SuggestionKept: { state: 'open' },
  Snapshot: {
    sequence: 120,
    changed: null,
    organizations: [
      {
        ...undated(organization, ['facilities']),
        listings: [
          {
            ...undated(listing, organizationFields),
            opening_hours: { time_zone: 'America/Denver', week: [[480, 1020]] },
          },
        ],
      },
    ],
    help_lines: [undated(helpLine)],
    facilities: [storedFacility],
  },
  Listing: listing,
  ListingPage: page(listing),
  ListingFeature: listingFeature,
  ListingFeatures: features(listingFeature, { next: null }),
  Nearby: { items: [listing], ...rest },
  NearbyFeatures: features(listingFeature, rest),
  Facets: {
    total: 12,
    facets: [{ name: 'service', without: 40, values: [{ code: 'legal', count: 12 }] }],
  },
  Map: { items: [mapPoint] },
  MapFeatures: features({ ...listingFeature, properties: mapPoint }),
  OrganizationPage: page(organization),
  OrganizationWithListings: { ...organization, listings: [listing] },
  HelpLinePage: page(helpLine),
  Facility: facility,
  FacilityPage: page(facility),
  FacilityHelp: {
    facility,
    speed_dials: [speedDial],
    locators: [{ ...helpLine, locates: true }],
    helpers: [{ evidence: 'stated', stated: statement, listing }],
  },
  SpeedDialRecord: speedDial,
  SpeedDialPage: page(speedDial),
  SpeedDialTable: 'code,code_spelled,status\r\n1234#,1 2 3 4 hash,unverified\r\n',
  FacilityFeature: facilityFeature,
  FacilityFeatures: features(facilityFeature, { next: null }),
  PlacePage: page(place),
  RegionPage: page({
    code: 'US-TX',
    kind: 'state',
    names: { en: 'Texas', es: 'Texas' },
    members: [],
    count: 20,
  }),
  ServiceTypePage: page({ code: 'legal', names, definition: 'Advice and help.', count: 30 }),
  Guide: guide,
  GuidePage: { items: [guide], next: null },
  LanguagePage: page({ code: 'es', names: { en: 'Spanish', es: 'español' }, count: 6 }),
  Statistics: {
    at: '2026-07-20T12:00:00.000Z',
    listings: {
      total: 12,
      by_freshness: { fresh: 3, due: 1, overdue: 1, never: 5 },
      by_status: { active: 8, closed: 2, unknown: 2 },
    },
    sources: { own: 20, government: 5, other: 12, unlinked: 3 },
    changes: { created: 2, updated: 4, deleted: 0 },
  },
  Health: { status: 'ready' },
};

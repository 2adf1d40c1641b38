import type { Listing } from '#contract';
import { type Point, toMapFraction } from '#geo';
import type { Town } from './generated-towns.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Offered by one listing in 2,000, half of them in `farState`. */
export const rareService = 'generated-rare';
export const commonService = 'legal';
/** As far from the border as a state can be. */
export const farState = 'US-WA';

/** About as far as the outskirts of a town lie from its centre: 3 km, in degrees of latitude. */
const SPREAD_DEGREES = 0.03;
const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_DAYS = 365;
/** Of every generated listing. */
export const TIME_ZONE = 'America/Denver';
/** So that the texts of a run do not depend on the day of the run. */
const TODAY = Date.UTC(2026, 6, 1);

const KINDS = ['Shelter', 'Legal Clinic', 'Casa', 'Refugee Center', 'Migrant House', 'Health Post'];
const NAMES = [
  'Hope',
  'Esperanza',
  'San Juan',
  'Good Samaritan',
  'Las Rosas',
  'Open Door',
  'Puente',
];
const LANGUAGES = ['en', 'es', 'fr', 'ht', 'pt', 'zh', 'ar', 'mam', 'quc', 'ru'];
const COSTS = ['free', 'free', 'free', 'low-cost', 'paid'] as const;
const HOURS: [week: string, words: string][] = [
  ['{[480,1020),[1920,2460),[3360,3900),[4800,5340),[6240,6780)}', 'Monday to Friday, 8 to 17'],
  ['{[540,1260),[3420,4140),[6300,7020)}', 'Monday, Wednesday and Friday, 9 to 21'],
  ['{[0,10080)}', 'Day and night'],
];

/** Sentences of descriptions; a run uses the same few, as a directory repeats itself too. */
export const descriptions = Array.from({ length: 40 }, (_, index) =>
  [
    `Team ${index} helps people who have just crossed the border and people who wait to cross it.`,
    'Volunteers offer a bed for some nights, warm meals, clothes, a telephone and a way to family.',
    ['Lawyers explain asylum.', 'Nurses see the sick.', 'Teachers receive children.'][index % 3],
    'Nobody is asked for papers, and what a visitor tells stays in the house.',
    ['Ring the bell at the side door.', 'Call before you come.', 'Come early: places are few.'][
      Math.floor(index / 3) % 3
    ],
    'The house lives on donations and works with the parishes and clinics of its neighbourhood.',
  ].join(' '),
);

type Card = Omit<Listing, 'freshness' | 'open' | 'distance_m' | 'bearing_deg'>;

/** A row of the read model, the numbers of its tags and its vector still to be filled in. */
export interface GeneratedListing extends Point {
  card: Card;
  description: number;
  open_week: string | null;
  due_at: string | null;
  map_x: number;
  map_y: number;
}

/** One listing about as rich as a well kept real one: 2 kB as JSON. */
export function generatedListing(
  random: SeededRandom,
  { town, services, slug }: { town: Town; services: string[]; slug: string },
): GeneratedListing {
  const point = around(town, random);
  const description = random.below(descriptions.length);
  const hours = random.next() < 0.4 ? random.pick(HOURS) : null;
  const verified = random.next() < 0.3 ? TODAY - random.below(YEAR_DAYS) * DAY_MS : null;
  const id = random.uuid();
  const name = `${random.pick(KINDS)} ${random.pick(NAMES)} ${town.name}`;
  const location = addressOf(town, point, random);
  const service = {
    service_types: services,
    languages: random.some(LANGUAGES, 3),
    serves: [town.region],
    costs: [random.pick(COSTS)],
    eligibility: 'Everyone on the way, whatever their papers, with children and without.',
    accepts: [],
    required_documents: [],
    hours: hours?.[1] ?? null,
    translations: [],
  };
  const card: Card = {
    id,
    slug,
    name,
    organization: { id, slug, name },
    location,
    ...service,
    ...contacts(slug, random),
    description: descriptions[description] as string,
    services: [
      {
        ...service,
        id: random.uuid(),
        name,
        description: null,
        status: 'active',
        opening_hours: hours && { time_zone: TIME_ZONE, week: spansOf(hours[0]), special_days: [] },
        phones: [],
      },
    ],
    status: 'active',
    notice: null,
    confidence: random.pick(['confirmed', 'likely']),
    source_date: '2026-06',
    verified_at: verified && new Date(verified).toISOString(),
    verified_how: null,
  } as Card;
  const { x, y } = toMapFraction(point);
  const due_at = verified && new Date(verified + YEAR_DAYS * DAY_MS).toISOString();
  return {
    ...point,
    card,
    description,
    open_week: hours?.[0] ?? null,
    due_at: due_at || null,
    map_x: x,
    map_y: y,
  };
}

function spansOf(week: string): [number, number][] {
  return [...week.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

function around({ longitude, latitude }: Town, random: SeededRandom): Point {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  return {
    longitude: longitude + (random.normal() * SPREAD_DEGREES) / narrowing,
    latitude: latitude + random.normal() * SPREAD_DEGREES,
  };
}

function addressOf(town: Town, point: Point, random: SeededRandom): Listing['location'] {
  return {
    name: null,
    address: `${100 + random.below(9000)} ${random.pick(NAMES)} Street`,
    city: town.name,
    postal_code: String(10000 + random.below(89999)),
    region: town.region,
    country: town.country,
    latitude: point.latitude,
    longitude: point.longitude,
    precision: 'address',
    visibility: 'exact',
    other_addresses: [],
    accessibility: [],
  };
}

function contacts(slug: string, random: SeededRandom) {
  const number = () => `+1${2_000_000_000 + random.below(7_999_999_999)}`;
  const first = number();
  return {
    phone: first,
    phones: [
      { number: first, type: 'voice', label: 'Office, English and Spanish', as_of: '2026-06' },
      { number: number(), type: 'voice', label: 'At night and on holidays', as_of: '2026-05' },
    ],
    speed_dials: [],
    website: `https://${slug}.example.org/`,
    email: `help@${slug}.example.org`,
    sources: [
      {
        url: `https://${slug}.example.org/contact`,
        what: 'Its own page, address and telephone',
        date: '2026-06',
      },
      {
        url: 'https://example.org/lists/shelters',
        what: 'A list of shelters of the diocese',
        date: '2026-03',
      },
      { url: null, what: 'A printed leaflet that was handed out at the bridge', date: '2025' },
    ],
  };
}

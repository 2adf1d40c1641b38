import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Facets, FacilityHelper, Snapshot, SpeedDialRecord } from '#contract';
import { localApi } from '../../../apps/web/src/offline/local-api/local-api.ts';
import type { StoredSnapshot } from '../../../apps/web/src/offline/store/snapshot-store.ts';
import { addOrganizations } from '../../database/filled-directory.ts';
import { anyOrganization } from '../../directory/any-organization.ts';
import { testSite } from '../support/test-site.ts';

/** Organizations with several services, holidays and offices, beside the bundled records. */
const ANY = 150;
const QUERIES = 500;
const MINUTE_MS = 60_000;

const site = testSite(async ({ databaseUrl }) => {
  await addOrganizations(databaseUrl, fc.sample(anyOrganization, ANY));
  return {};
});

type Item = { id: string };
/** What is compared of a response: which records, and in which order. */
type Answer = Record<string, unknown>;
interface Query {
  path: string;
  body?: object;
}

let stored: StoredSnapshot;
const ask = async (path: string, body?: object) => {
  const response = await fetch(new URL(path, site.server.address), {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return await response.json();
};

beforeAll(async () => {
  const [snapshot, regions, services, languages] = await Promise.all([
    ask('/v1/snapshot'),
    ask('/v1/regions'),
    ask('/v1/service-types'),
    ask('/v1/languages'),
  ]);
  const vocabulary = {
    regions: regions.items,
    services: services.items,
    languages: languages.items,
  };
  stored = { snapshot: snapshot as Snapshot, vocabulary, languages: [], regions: [], at: '' };
  // The device asks its own cache for files of the site.
  const { fetch: ofNode } = globalThis;
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) =>
    ofNode(new URL(input, site.server.address), init),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const filters = fc.record(
  {
    service: fc.subarray(['shelter', 'legal', 'food', 'medical'], { minLength: 1 }),
    region: fc.subarray(['US-TX', 'US-AZ', 'MX-CHH', 'US', 'XB-MX-CA'], { minLength: 1 }),
    serves: fc.subarray(['US-TX', 'US-CA', 'US', 'MX-BCN'], { minLength: 1 }),
    language: fc.subarray(['en', 'es', 'ht'], { minLength: 1 }),
    cost: fc.subarray(['free', 'low-cost', 'paid'], { minLength: 1 }),
    accepts: fc.subarray(['walk-ins', 'children', 'families'], { minLength: 1 }),
    status: fc.constantFrom('active', 'closed', 'unknown', 'any', 'active,closed'),
    open_now: fc.constantFrom(true, false),
    open_at: fc.constantFrom('2026-11-30T09:00', '2026-12-24T12:45', '2027-12-25T00:30'),
    remote: fc.constantFrom(true, false),
    verified_within_days: fc.constantFrom(30, 365),
  },
  { requiredKeys: [] },
);
// Few together, since many find nothing.
const someFilters = fc
  .tuple(filters, fc.integer({ min: 0, max: 3 }), fc.nat(10))
  .map(([all, count, first]) => {
    const entries = Object.entries(all);
    const picked = Array.from({ length: Math.min(count, entries.length) }, (_, index) => index);
    return Object.fromEntries(
      picked.map((index) => entries[(first + index) % entries.length] as [string, unknown]),
    );
  });
/** Around towns on both sides, where people are. */
const point = fc
  .tuple(
    fc.constantFrom(
      ...[
        [31.76, -106.49],
        [31.69, -106.42],
        [32.72, -117.16],
        [32.5, -117.0],
        [32.22, -110.97],
        [31.31, -110.94],
        [27.51, -99.51],
        [25.87, -97.5],
        [29.42, -98.49],
        [33.45, -112.07],
      ],
    ),
    fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    fc.double({ min: -0.02, max: 0.02, noNaN: true }),
  )
  .map(([[lat = 0, lon = 0], north, east]) => ({ lat: lat + north, lon: lon + east }));
const box = point.map(({ lat, lon }) => `${lon - 2},${lat - 1},${lon + 2},${lat + 1}`);
const limit = fc.integer({ min: 1, max: 100 });

const query: fc.Arbitrary<Query> = fc.oneof(
  fc
    .tuple(someFilters, limit)
    .map(([some, most]) => listed('/v1/listings', { ...some, limit: most })),
  fc
    .tuple(someFilters, box)
    .map(([some, bbox]) => listed('/v1/listings', { ...some, bbox, limit: 100 })),
  fc.tuple(someFilters, point, limit).map(([some, at, most]) => ({
    path: '/v1/nearby',
    body: { ...some, ...at, limit: most },
  })),
  fc.tuple(someFilters, point, fc.constantFrom(1, 20, 150)).map(([some, at, radius_km]) => ({
    path: '/v1/nearby',
    body: { ...some, ...at, radius_km },
  })),
  someFilters.map((some) => listed('/v1/facets', some)),
  fc
    .record(
      {
        service: fc.subarray(['legal', 'shelter'], { minLength: 1 }),
        dialable_from: fc.constant('detention'),
      },
      { requiredKeys: [] },
    )
    .map((some) => listed('/v1/help-lines', some)),
  fc
    .record(
      { q: fc.constantFrom('otay', 'eloy', 'texas'), region: fc.constant(['US-TX']) },
      { requiredKeys: [] },
    )
    .map((some) => listed('/v1/facilities', some)),
  fc
    .constantFrom('otay-mesa-detention-center', 'eloy-detention-center')
    .map((slug) => ({ path: `/v1/facilities/${slug}/help` })),
);

function listed(path: string, parameters: Record<string, unknown>): Query {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [name, String(value)]),
  );
  return { path: `${path}?${search}` };
}

/** The records of a response, in their order. */
function answer({ path }: Query, response: Record<string, unknown>): Answer {
  const ids = (items: unknown) => (items as Item[]).map(({ id }) => id);
  if (path.startsWith('/v1/facets')) return counts(response as unknown as Facets);
  if (path.startsWith('/v1/nearby')) {
    const { items, remote, help_lines, widened } = response;
    return { items: ids(items), remote: ids(remote), help_lines: ids(help_lines), widened };
  }
  if (path.endsWith('/help')) {
    const { speed_dials, locators, helpers } = response;
    return {
      codes: (speed_dials as SpeedDialRecord[]).map(({ code }) => code),
      locators: ids(locators),
      helpers: (helpers as FacilityHelper[]).map(({ evidence, listing }) => [evidence, listing.id]),
    };
  }
  return { items: ids(response.items) };
}

/** What is counted, without the codes that nothing has. */
function counts({ total, facets }: Facets): Answer {
  const known = facets.map(({ name, without, values }): [string, unknown] => [
    name,
    { without, values: Object.fromEntries(values.flatMap((one) => countOf(one))) },
  ]);
  return { total, facets: Object.fromEntries(known) };
}

function countOf({ code, count }: { code: string; count: number }): [string, number][] {
  return count > 0 ? [[code, count]] : [];
}

/** Asks the server, within one minute, and the device at the same time. */
async function bothAnswers(one: Query): Promise<{ server: Answer; device: Answer }> {
  for (;;) {
    const now = new Date();
    const response = await ask(one.path, one.body);
    if (minuteOf(now) !== minuteOf(new Date())) continue;
    const device = localApi(stored, now);
    const own = await device<Record<string, unknown>>(one.path, { body: one.body });
    return { server: answer(one, response), device: answer(one, own) };
  }
}

function minuteOf(time: Date): number {
  return Math.floor(time.getTime() / MINUTE_MS);
}

it('a device that holds everything finds the same records as the server, in the same order', async () => {
  const queries = fc.sample(query, QUERIES);
  const different: unknown[] = [];
  for (const one of queries) {
    const { server, device } = await bothAnswers(one);
    if (!isDeepStrictEqual(server, device)) different.push({ ...one, server, device });
  }
  expect(different).toEqual([]);
});

import fc from 'fast-check';
import type { Facets, FacilityHelper, Snapshot } from '#contract';
import { localApi } from '../../../apps/web/src/offline/local-api/local-api.ts';
import type { StoredSnapshot } from '../../../apps/web/src/offline/store/snapshot-store.ts';
import { addOrganizations, growDirectory } from '../../database/filled-directory.ts';
import { anyOrganization } from '../../directory/any-organization.ts';
import { testSite } from '../support/test-site.ts';

/** Among them are as many of several services, holidays and offices in one place as of one. */
const GENERATED = 400;
const ANY = 60;
const QUERIES = 500;
const MINUTE_MS = 60_000;

const site = testSite(async ({ databaseUrl }) => {
  await growDirectory(databaseUrl, GENERATED, 3);
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
  vi.stubGlobal('fetch', (input: string | URL) => ofNode(new URL(input, site.server.address)));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const filters = fc.record(
  {
    service: fc.subarray(['shelter', 'legal', 'food', 'medical'], { minLength: 1 }),
    region: fc.subarray(['US-TX', 'US-AZ', 'MX-CHH', 'US', 'MX'], { minLength: 1 }),
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
const point = fc.record({
  lat: fc.double({ min: 25.8, max: 33.2, noNaN: true }),
  lon: fc.double({ min: -118, max: -97, noNaN: true }),
});
const box = point.map(({ lat, lon }) => `${lon - 2},${lat - 1},${lon + 2},${lat + 1}`);
const words = fc.constantFrom('legal', 'house', 'asylum help', 'casa', 'el paso', 'tucson legal');
const limit = fc.integer({ min: 1, max: 100 });

const query: fc.Arbitrary<Query> = fc.oneof(
  fc
    .tuple(someFilters, limit)
    .map(([some, most]) => listed('/v1/listings', { ...some, limit: most })),
  fc
    .tuple(someFilters, words)
    .map(([some, q]) => listed('/v1/listings', { ...some, q, limit: 100 })),
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

/** The records of a response, in their order; with words their order is the server's own. */
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
      speed_dials: ids(speed_dials),
      locators: ids(locators),
      helpers: (helpers as FacilityHelper[]).map(({ evidence, listing }) => [evidence, listing.id]),
    };
  }
  const found = ids(response.items);
  return { items: /[?&]q=/.test(path) ? found.sort() : found };
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

it('a device that holds everything finds the same records as the server, in the same order', async () => {
  const queries = fc.sample(query, QUERIES);
  const different: unknown[] = [];
  let asked = 0;
  for (const one of queries) {
    let now: Date;
    let response: Record<string, unknown>;
    do {
      now = new Date();
      response = await ask(one.path, one.body);
    } while (Math.floor(now.getTime() / MINUTE_MS) !== Math.floor(Date.now() / MINUTE_MS));
    const device = localApi(stored, now);
    const own = await device<Record<string, unknown>>(one.path, { body: one.body }).catch(String);
    asked += 1;
    try {
      expect(answer(one, own as Record<string, unknown>)).toEqual(answer(one, response));
    } catch (error) {
      const a = response.status ? response : (() => { try { return answer(one, own as never); } catch (e) { return String(own) + e; } })();
      const b = response.status ? '' : answer(one, response);
      const key = one.path.split('?')[0];
      different.push([key, one, a, b]);
    }
  }
  const { writeFileSync } = await import('node:fs');
  writeFileSync('/tmp/different.json', JSON.stringify(different));
  expect(different.length).toEqual(0);
});

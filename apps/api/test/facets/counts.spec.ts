import fc from 'fast-check';
import { ListingSearchRepository, publishChange } from '#directory';
import { type BoundingBox, roundDegrees } from '#geo';
import {
  type AnyOrganization,
  anyOrganization,
  store,
} from '../../../../test/directory/any-organization.ts';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import type { ListingFilterDto } from '../../src/public/shared/listing-filter/listing-filter.dto.ts';
import { ListingFilterService } from '../../src/public/shared/listing-filter/listing-filter.service.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
const MONDAY_MORNING = new Date('2026-11-30T16:30:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

let clock: Clock;
let now: Clock['now'];
beforeAll(() => {
  clock = at.app.get(Clock);
  now = clock.now;
  // What is open now stays so between two requests.
  clock.now = () => MONDAY_MORNING;
});
afterAll(() => {
  clock.now = now;
});
afterEach(async () => {
  await removeTestOrganizations(at.db);
  await at.settle();
});

const codes = <Code extends string>(...values: Code[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.subarray(values, { minLength: 1 }) },
  );
/** Any filters of a search; most are not set. */
const anyFilters = fc.record({
  service: codes('shelter', 'legal', 'food', 'medical'),
  region: codes('US-TX', 'US-AZ', 'MX-CHH', 'US', 'XB-MX-CA'),
  serves: codes('US-TX', 'US-AZ', 'MX-CHH'),
  language: codes('en', 'es', 'ht'),
  cost: codes('free', 'low-cost', 'paid'),
  accepts: codes('walk-ins', 'children', 'families'),
  status: codes('active', 'unknown', 'closed', 'any'),
  open_now: fc.constantFrom(undefined, undefined, true),
  open_at: fc.constantFrom(undefined, undefined, '2026-11-30T09:00', '2026-12-05T12:45'),
  remote: fc.constantFrom(undefined, undefined, true),
  verified_within_days: fc.constantFrom(undefined, undefined, 10),
});
type Filters = Partial<Record<string, unknown>>;

function queryOf(filters: Filters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

/** The ids of the listings that the database itself finds, by name. */
async function found(filters: Filters, box: BoundingBox | null = null): Promise<string[]> {
  const parsed = await at.app.get(ListingFilterService).parse(filters as ListingFilterDto);
  const query = { ...parsed, words: null, box, from: null, limit: 10_000 };
  const rows = await at.app.get(ListingSearchRepository).page(query);
  return rows.map(({ id }) => id);
}

/** Holds the counts of a search, and those of one value of each filter, against the lists. */
async function holdAgainstLists(filters: Filters, pick: number): Promise<void> {
  const { body } = await at.api.get(`/v1/facets?${queryOf(filters)}`);
  const ids = await found(filters);
  expect([filters, body.total]).toEqual([filters, ids.length]);
  const listed = await allPages(
    at.api,
    `/v1/listings?limit=${1 + (pick % 100)}&${queryOf(filters)}`,
  );
  expect([filters, listed]).toEqual([filters, ids]);
  for (const { name, without, values } of body.facets) {
    const others = { ...filters, [name]: undefined };
    expect([others, without]).toEqual([others, (await found(others)).length]);
    const value = values[pick % values.length];
    if (!value) continue;
    const one = { ...others, [name]: typeof value.code === 'string' ? [value.code] : value.code };
    expect([one, value.count]).toEqual([one, (await found(one)).length]);
  }
}

/** Filters of values that two services of one organization have, perhaps neither of them both. */
function mixed(organizations: AnyOrganization[]): Filters {
  const several = organizations.find(({ services }) => services.length > 1);
  const [first, second] = several?.services ?? [];
  const one = (values: string[] | undefined) => values?.slice(0, 1);
  return { service: one(first?.codes), language: one(second?.languages), status: ['any'] };
}

/** Makes another organization of it, in place. */
async function edit(id: string, { status }: Pick<AnyOrganization, 'status'>): Promise<void> {
  await at.db.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO source (id, record_kind, record_id, position, url, what, date)
       VALUES (gen_random_uuid(), 'organization', $1, 0, 'https://example.org', 'Its page', '2026-07')`,
      [id],
    );
    await manager.query(
      `UPDATE organization SET status = $2::text, verified_at = $3, due_at = $4,
         what_happened = CASE WHEN $2::text = 'closed' THEN 'It closed.' END WHERE id = $1`,
      [id, status, new Date(MONDAY_MORNING.getTime() - 5 * DAY_MS), MONDAY_MORNING],
    );
    await manager.query(
      `DELETE FROM service WHERE id = (
         SELECT id FROM service WHERE organization_id = $1 ORDER BY id LIMIT 1)`,
      [id],
    );
    await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
  });
  await at.settle();
}

it('counts what lists find, whatever is asked, while organizations come, change and go', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOrganization, { minLength: 1, maxLength: 4 }),
      anyOrganization,
      anyFilters,
      fc.nat(60),
      async (organizations, other, filters, pick) => {
        const stored: { id: string }[] = [];
        for (const parts of organizations) stored.push(await store(at.db, parts));
        await at.settle();
        await holdAgainstLists(filters, pick);
        await holdAgainstLists(mixed(organizations), pick);
        await edit(stored[0]?.id as string, other);
        await holdAgainstLists(filters, pick);
        await removeTestOrganizations(at.db);
        await at.settle();
        await holdAgainstLists(filters, pick);
      },
    ),
    { numRuns: 15 },
  );
});

it('lists what the database finds in a box, page by page', async () => {
  const side = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
  const anyBox = fc.record({
    west: side(-180, 179),
    south: side(-60, 59),
    width: fc.oneof(side(0.05, 3), side(1, 300)),
    height: fc.oneof(side(0.05, 3), side(1, 80)),
  });
  const nearHelp = fc.record({
    west: side(-118, -99),
    south: side(25, 34),
    width: side(0.1, 12),
    height: side(0.1, 8),
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBox, nearHelp, nearHelp), anyFilters, async (placed, filters) => {
      const { west, south, width, height } = placed;
      const box = {
        west: roundDegrees(west),
        south: roundDegrees(south),
        east: roundDegrees(Math.min(180, west + width)),
        north: roundDegrees(Math.min(85, south + height)),
      };
      const bbox = [box.west, box.south, box.east, box.north].join(',');
      for (const asked of [{}, filters]) {
        const listed = await allPages(
          at.api,
          `/v1/listings?limit=7&bbox=${bbox}&${queryOf(asked)}`,
        );
        expect([bbox, asked, listed]).toEqual([bbox, asked, await found(asked, box)]);
      }
    }),
    { numRuns: 60 },
  );
});

it('counts an organization with several services once, and only for what one of them is', async () => {
  const before = (await at.api.get('/v1/facets?language=ht')).body;
  const service = { status: 'active', costs: [], accepts: [], areas: [], documents: [] };
  const none = { schedules: [], phones: [], at: [] };
  await store(at.db, {
    status: 'active',
    services: [
      { ...service, ...none, codes: ['legal', 'food'], languages: ['ht'] },
      { ...service, ...none, codes: ['legal'], languages: ['ht', 'es'] },
      { ...service, ...none, codes: ['medical'], languages: ['es'] },
    ],
    locations: [],
    sameSlug: false,
  } as AnyOrganization);
  await at.settle();
  const after = (await at.api.get('/v1/facets?language=ht')).body;
  expect(after.total).toBe(before.total + 1);
  const count = (body: typeof after, code: string) =>
    body.facets
      .find(({ name }: { name: string }) => name === 'service')
      .values.find((value: { code: string }) => value.code === code)?.count ?? 0;
  for (const [code, more] of [
    ['legal', 1],
    ['food', 1],
    ['medical', 0],
  ] as const) {
    expect([code, count(after, code)]).toEqual([code, count(before, code) + more]);
  }
});

it('counts by status and freshness what has changed', async () => {
  const statistics = async () => (await at.api.get('/v1/statistics')).body.listings;
  const before = await statistics();
  const verified = (days: number) => ({
    verifiedAt: new Date(MONDAY_MORNING.getTime() - 400 * DAY_MS),
    dueAt: new Date(MONDAY_MORNING.getTime() + days * DAY_MS),
  });
  await anOrganization(at.db, verified(10));
  await anOrganization(at.db, verified(-10));
  await anOrganization(at.db, verified(-100));
  await anOrganization(at.db, { status: 'closed', ...verified(10) });
  await anOrganization(at.db, { status: 'unknown' });
  await at.settle();
  const after = await statistics();
  const more = (name: 'by_status' | 'by_freshness', key: string) =>
    after[name][key] - before[name][key];
  expect(after.total).toBe(before.total + 5);
  expect(['active', 'closed', 'unknown'].map((key) => more('by_status', key))).toEqual([3, 1, 1]);
  const freshness = ['fresh', 'due', 'overdue', 'never'].map((key) => more('by_freshness', key));
  expect(freshness).toEqual([1, 1, 1, 1]);
});

import fc from 'fast-check';
import type { ListedService, Listing } from '#contract';
import {
  type AnyOrganization,
  anyOrganization,
  SECRET_STREET,
  type StoredOrganization,
  store,
} from '../../../../test/directory/any-organization.ts';
import { removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

type Service = AnyOrganization['services'][number];
const NO_SERVICE: Service = {
  status: 'active',
  codes: [],
  languages: [],
  costs: [],
  accepts: [],
  areas: [],
  documents: [],
  schedules: [],
  phones: [],
  at: [],
};
const NO_LOCATION: AnyOrganization['locations'][number] = {
  type: 'physical',
  visibility: 'exact',
  point: true,
  addresses: ['physical'],
  notes: [],
  schedules: [],
  phones: [],
};

async function stored(parts: Partial<AnyOrganization>): Promise<StoredOrganization> {
  const none: AnyOrganization = {
    status: 'active',
    services: [],
    locations: [],
    sameSlug: false,
  };
  const organization = await store(at.db, { ...none, ...parts });
  await at.settle();
  return organization;
}

afterEach(async () => {
  await removeTestOrganizations(at.db);
  await at.settle();
});

async function search(name: string, filters = ''): Promise<Listing[]> {
  const { body } = await at.api.get(`/v1/listings?q=${name}&limit=100&include=details${filters}`);
  return body.items;
}

/** A value of each filter that a service has, or none for what is not known of it. */
function filtersOf({ codes, languages, costs, accepts }: Service, pick: number): string {
  const one = (name: string, values: string[]) =>
    values.length > 0 ? `&${name}=${values[pick % values.length]}` : '';
  return [
    one('service', codes),
    one('language', languages),
    one('cost', costs),
    one('accepts', accepts),
  ].join('');
}

function matches(service: Service, filters: string): boolean {
  const wanted = new URLSearchParams(filters);
  const has = (name: string, values: string[]) =>
    !wanted.has(name) || values.includes(String(wanted.get(name)));
  return (
    has('service', service.codes) &&
    has('language', service.languages) &&
    has('cost', service.costs) &&
    has('accepts', service.accepts)
  );
}

describe('any organization that the schema allows', () => {
  it('can be published, and each of its services is found by its own filters alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganization, fc.nat(5), async (parts, pick) => {
        const { name, services, slug } = await stored(parts);
        const listings = await search(name, '&status=any');
        const of = (one: Pick<ListedService, 'id'>) =>
          parts.services[services.indexOf(one.id)] as Service;
        expect(listings.length).toBeGreaterThan(0);
        expect(new Set(listings.map((one) => one.slug)).size).toBe(listings.length);
        expect(JSON.stringify(listings)).not.toContain(SECRET_STREET);
        const offered = parts.services.filter(
          ({ status }) =>
            parts.status === 'closed' || status === 'active' || status === 'temporarily closed',
        );
        const listed = new Set(listings.flatMap((one) => one.services.map(of)));
        expect(listed).toEqual(new Set(offered));

        // Also values of different services, which no service may have together.
        const [first = NO_SERVICE, second = NO_SERVICE] = parts.services;
        const mixed = { ...first, codes: second.codes };
        for (const asked of [...parts.services, mixed]) {
          const filters = filtersOf(asked, pick);
          const given = (listing: Listing) =>
            listing.services.map(of).filter(({ status }) => status !== 'temporarily closed');
          const wanted = listings
            .filter((listing) => given(listing).some((one) => matches(one, filters)))
            .map(({ id }) => id);
          // Without any filter, places whose services are all closed are found as well.
          if (filters === '') continue;
          const found = (await search(name, `&status=any${filters}`)).map(({ id }) => id);
          expect([filters, found.sort()]).toEqual([filters, wanted.sort()]);
        }
        expect((await at.api.get(`/v1/organizations/${slug}`)).status).toBe(200);
        await removeTestOrganizations(at.db);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an organization with several services', () => {
  it('is not found by what is true of none of them', async () => {
    const { name } = await stored({
      services: [
        { ...NO_SERVICE, codes: ['legal'], languages: ['en'], costs: ['low-cost'] },
        { ...NO_SERVICE, codes: ['shelter'], languages: ['es'], costs: ['free'] },
      ],
    });
    expect(await search(name, '&service=legal&language=es')).toEqual([]);
    expect(await search(name, '&service=legal&cost=free')).toEqual([]);
    expect(await search(name, '&service=legal,shelter&language=es')).toHaveLength(1);
    const [found] = await search(name, '&service=legal&language=en&cost=low-cost');
    expect(found).toMatchObject({
      service_types: ['legal', 'shelter'],
      languages: ['en', 'es'],
      costs: ['low-cost', 'free'],
      services: [{ service_types: ['legal'] }, { service_types: ['shelter'] }],
    });
  });

  it('is open for a service while that one is', async () => {
    const hours = (opens_at: string, time_zone: string) => [
      { byday: 'MO', opens_at, closes_at: '20:00', time_zone },
    ];
    const { name } = await stored({
      services: [
        { ...NO_SERVICE, codes: ['legal'], schedules: hours('08:00', 'America/Phoenix') },
        { ...NO_SERVICE, codes: ['shelter'], schedules: hours('12:30', 'America/Denver') },
      ],
    });
    const monday = (time: string) => `&open_at=2026-11-30T${time}`;
    expect(await search(name, monday('09:00'))).toHaveLength(1);
    expect(await search(name, `&service=legal${monday('09:00')}`)).toHaveLength(1);
    expect(await search(name, `&service=shelter${monday('09:00')}`)).toEqual([]);
    expect(await search(name, `&service=shelter${monday('13:00')}`)).toHaveLength(1);
  });

  it('is counted by the filters of the services that match', async () => {
    const count = async (name: string, code: string) => {
      const { body } = await at.api.get('/v1/facets?language=ht');
      const { values } = body.facets.find((facet: { name: string }) => facet.name === name);
      return values.find((value: { code: string }) => value.code === code)?.count ?? 0;
    };
    const before = [await count('service', 'legal'), await count('service', 'food')];
    await stored({
      services: [
        { ...NO_SERVICE, codes: ['legal'], languages: ['ht'] },
        { ...NO_SERVICE, codes: ['food'], languages: ['es'] },
      ],
    });
    const after = [await count('service', 'legal'), await count('service', 'food')];
    expect(after).toEqual([before[0] + 1, before[1]]);
  });

  it('has a listing for each office, and one more for what it does elsewhere', async () => {
    const given = (location: number) => ({ location, schedules: [] });
    const { slug, locations, services } = await stored({
      services: [
        { ...NO_SERVICE, at: [given(0), given(1)] },
        { ...NO_SERVICE, at: [given(1)] },
        { ...NO_SERVICE, codes: ['legal'] },
      ],
      locations: [NO_LOCATION, NO_LOCATION],
      sameSlug: true,
    });
    const { body } = await at.api.get(`/v1/organizations/${slug}`);
    const listings: Listing[] = body.listings;
    const byPlace = Object.fromEntries(
      listings.map((one) => [one.slug, one.services.map(({ id }) => services.indexOf(id))]),
    );
    expect(byPlace).toEqual({
      [slug]: [0],
      [`test-${locations[1]}`]: [0, 1],
      [`${slug}-remote`]: [2],
    });
    const { body: remote } = await at.api.get(`/v1/listings/${slug}-remote`);
    expect(remote).toMatchObject({ location: null, service_types: ['legal'] });
  });
});

describe('a place with several addresses, phones and hours', () => {
  it('shows all of them where it is public', async () => {
    const [number, other] = ['+19155550101', '+19155550102'] as const;
    const week = { byday: 'SU', opens_at: '08:00', closes_at: '20:00' } as const;
    const { locations } = await stored({
      services: [{ ...NO_SERVICE, phones: [other], at: [{ location: 0, schedules: [] }] }],
      locations: [
        {
          ...NO_LOCATION,
          addresses: ['physical', 'postal'],
          notes: ['No stairs'],
          phones: [number],
          schedules: [{ ...week, time_zone: 'America/Denver' }],
        },
      ],
    });
    const { body } = await at.api.get(`/v1/listings/${locations[0]}`);
    expect(body).toMatchObject({
      location: {
        address: '1 Main St',
        other_addresses: [{ address_type: 'postal', address: '1 Main St', city: 'El Paso' }],
        accessibility: ['No stairs'],
      },
      phones: [{ number }, { number: other }],
      services: [{ opening_hours: { time_zone: 'America/Denver', week: [[9120, 9840]] } }],
    });
    expect(body.open).not.toBeNull();
  });

  it.each(['area', 'hidden'] as const)(
    'keeps its addresses and notes if it is %s',
    async (visibility) => {
      const { locations } = await stored({
        services: [{ ...NO_SERVICE, at: [{ location: 0, schedules: [] }] }],
        locations: [
          {
            ...NO_LOCATION,
            visibility,
            addresses: ['physical', 'postal'],
            notes: ['A ramp at the back'],
          },
        ],
      });
      const { body } = await at.api.get(`/v1/listings/${locations[0]}`);
      expect(body.location).toMatchObject({
        address: null,
        other_addresses: [],
        accessibility: [],
      });
    },
  );
});

import { allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const FACILITY = '/v1/facilities/eloy-detention-center';
const COLLECTIONS = [
  '/v1/listings?limit=3',
  '/v1/listings?status=closed&limit=100',
  '/v1/facilities?limit=3',
  '/v1/facilities?near=Tucson&limit=3',
  '/v1/nearby?near=El+Paso&limit=3',
  '/v1/map?bbox=-118,25,-95,36&zoom=5',
];

interface Collection {
  features: { properties: Record<string, unknown> }[];
  links: { href: string; rel: string; type: string }[];
  numberReturned: number;
  numberMatched?: number;
}

const collection = async (path: string): Promise<Collection> => {
  const { status, body } = await at.api.get(`${path}&f=geojson`);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const linkOf = ({ links }: Collection, rel: string) => links.find((link) => link.rel === rel)?.href;

describe('flat properties', () => {
  it.each([...COLLECTIONS, '/v1/listings/casa-alitas?', `${FACILITY}?`])(
    'are neither objects nor lists: %s',
    async (path) => {
      const { body } = await at.api.get(`${path}&f=geojson&properties=flat`);
      const features: Collection['features'] = body.features ?? [body];
      expect(features.length).toBeGreaterThan(0);
      for (const { properties } of features) {
        const values = Object.values(properties);
        expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
      }
    },
  );

  it('name what is nested, and join what is a list', async () => {
    const path = '/v1/listings/annunciation-house?f=geojson';
    const nested = (await at.api.get(path)).body;
    const flat = (await at.api.get(`${path}&properties=flat`)).body;
    expect([flat.id, flat.geometry]).toEqual([nested.id, nested.geometry]);
    expect(flat.properties).toMatchObject({
      name: 'Annunciation House',
      organization_name: 'Annunciation House',
      location_city: 'El Paso',
      service_types: nested.properties.service_types.join('; '),
      phones: nested.properties.phones.map(({ number }: { number: string }) => number).join('; '),
      open: null,
    });
  });

  it('come in the body of a request too', async () => {
    const asked = { near: 'El Paso', limit: 1, f: 'geojson', properties: 'flat' };
    const { body } = await at.api.post('/v1/nearby', asked);
    expect(body.features[0].properties).toHaveProperty('organization_slug');
    expect(body.links).toEqual([]);
  });

  it.each([
    ['/v1/listings?properties=flat', 'add f=geojson'],
    ['/v1/listings?properties=flat&f=json', 'add f=geojson'],
    ['/v1/listings/casa-alitas?properties=flat', 'add f=geojson'],
    ['/v1/map?bbox=-107,31,-106,32&zoom=9&properties=flat', 'add f=geojson'],
    [`${FACILITY}?properties=flat`, 'add f=geojson'],
    ['/v1/facilities?properties=nested&f=geojson', 'can be flat'],
    ['/v1/nearby?near=El+Paso&properties=1&f=geojson', 'can be flat'],
    ['/v1/facets?properties=flat', 'no such parameter'],
    ['/v1/organizations?properties=flat', 'no such parameter'],
  ])('of %s are refused with what would be right', async (path, detail) => {
    const { status, body } = await at.api.get(path);
    expect([status, body.errors]).toEqual([
      400,
      [{ name: 'properties', detail: expect.stringContaining(detail) }],
    ]);
  });

  it('of a body without GeoJSON are refused too', async () => {
    const { status, body } = await at.api.post('/v1/nearby', { near: 'Marfa', properties: 'flat' });
    expect([status, body.errors[0].name]).toEqual([400, 'properties']);
  });

  it('are given by Accept as well', async () => {
    const accept = 'application/geo+json';
    const { body } = await at.api.get('/v1/listings?limit=1&properties=flat', { accept });
    expect(body.features[0].properties).toHaveProperty('organization_slug');
  });
});

describe('a collection', () => {
  it.each(COLLECTIONS)('says where it is and how much it has: %s', async (path) => {
    const found = await collection(path);
    expect(found.numberReturned).toBe(found.features.length);
    const self = String(linkOf(found, 'self'));
    expect((await at.api.get(self)).body).toEqual(found);
    expect(new Set(found.links.map(({ type }) => type))).toEqual(new Set(['application/geo+json']));
  });

  it('links to itself as GeoJSON where this was asked for by Accept', async () => {
    const accept = 'application/geo+json';
    const { body } = await at.api.get('/v1/listings?limit=1', { accept });
    expect(linkOf(body, 'self')).toBe('/v1/listings?limit=1&f=geojson');
  });

  it.each(['/v1/listings?region=US-TX&q=legal', '/v1/facilities?region=US-TX'])(
    'is gone through by its links, and there is as much as it says: %s',
    async (path) => {
      const ids: unknown[] = [];
      const first = await collection(`${path}&limit=4&properties=flat`);
      let page = first;
      for (;;) {
        ids.push(...page.features.map(({ properties }) => properties.id));
        expect(page.numberMatched).toBe(first.numberMatched);
        const next = linkOf(page, 'next');
        if (next === undefined) break;
        const before = page;
        page = (await at.api.get(next)).body;
        expect((await at.api.get(String(linkOf(page, 'prev')))).body.features).toEqual(
          before.features,
        );
      }
      expect(ids.length).toBeGreaterThan(4);
      expect(new Set(ids).size).toBe(first.numberMatched);
    },
  );

  it('counts what is in a box, and what has closed if that is asked for', async () => {
    const box = await collection('/v1/listings?bbox=-107,31,-106,32&limit=2');
    const all = await collection('/v1/listings?bbox=-107,31,-106,32&limit=100');
    expect([box.numberReturned, box.numberMatched]).toEqual([2, all.features.length]);
    const closed = await collection('/v1/listings?status=closed&limit=100');
    expect(closed.numberMatched).toBe(closed.features.length);
  });

  it.each(['remote=true', 'open_at=2026-11-30T09:00', 'verified_within_days=3650'])(
    'counts the listings of all pages with %s',
    async (filter) => {
      const all = await allPages(at.api, `/v1/listings?${filter}&limit=100`);
      const { numberMatched } = await collection(`/v1/listings?${filter}&limit=1`);
      expect(numberMatched).toBe(all.length);
    },
  );

  it('does not say how much there is where only the nearest are looked for', async () => {
    const nearest = await collection('/v1/nearby?near=El+Paso&limit=3');
    expect(nearest).not.toHaveProperty('numberMatched');
  });

  it('repeats neither a position nor words that nothing has', async () => {
    for (const path of ['/v1/nearby?lat=31.761234&lon=-106.451234', '/v1/listings?q=47113']) {
      expect((await collection(path)).links).toEqual([]);
    }
  });
});

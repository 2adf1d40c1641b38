import fc from 'fast-check';
import geodesicLibrary from 'geographiclib-geodesic';
import { languages, namedPages, plainPages } from '#site';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { type RawAnswer, rawClient } from '../support/raw-client.ts';
import { sharedTestApp } from '../support/test-app.ts';

const SENTINEL = 'Zarzamora Alley 47113';
/** In El Paso, but far from its centre. */
const TRUE_POINT = { longitude: -106.317531, latitude: 31.842913 };
const TOWN_CENTRE = { longitude: -106.48693, latitude: 31.75872 };
const { WGS84 } = geodesicLibrary.Geodesic;

const at = sharedTestApp();
let ask: (path: string, init?: { body?: unknown; accept?: string }) => Promise<RawAnswer>;
let area: { id: string; slug: string; locationId: string };
let hidden: { id: string; slug: string; locationId: string };

beforeAll(async () => {
  ask = rawClient(at.app);
  const secret = { address: SENTINEL, point: TRUE_POINT, services: ['shelter'] };
  area = await anOrganization(at.db, { ...secret, name: 'Area only', visibility: 'area' });
  hidden = await anOrganization(at.db, { ...secret, name: 'Quite hidden', visibility: 'hidden' });
  await at.settle();
});

describe('a confidential place', () => {
  it('leaves through no route and no format', async () => {
    const asked = await everyAddress();
    expect(asked.length).toBeGreaterThan(40);
    let seen = 0;
    for (const { path, body } of asked) {
      // Pages have one format.
      const formats = path.startsWith('/v1/')
        ? ['application/json', 'application/geo+json', '*/*']
        : ['*/*'];
      for (const accept of formats) {
        const answer = await ask(path, { body, accept });
        if (answer.text.includes(area.slug)) seen++;
        for (const secret of ['Zarzamora', '47113', '106.3175', '31.8429']) {
          expect([path, accept, answer.text.includes(secret)]).toEqual([path, accept, false]);
        }
      }
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('looks the same in its picture, whatever street is on record', async () => {
    const pictures = await Promise.all(
      ['1 Elsewhere Road', SENTINEL].map(async (address) => {
        const parts = { name: 'A quiet house', address, visibility: 'area' } as const;
        const { slug } = await anOrganization(at.db, parts);
        await at.settle();
        return await ask(`/preview/es/listing/${slug}.png`);
      }),
    );
    expect(pictures[0]?.status).toBe(200);
    expect(pictures[1]?.text).toBe(pictures[0]?.text);
  });

  it('cannot be closed in on by a thousand distances and orders', async () => {
    const centre = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          latitude: fc.double({ min: 31.5, max: 32.1, noNaN: true }),
          longitude: fc.double({ min: -106.8, max: -106, noNaN: true }),
          radius: fc.double({ min: 0.5, max: 60, noNaN: true }),
        }),
        async ({ latitude, longitude, radius }) => {
          const { text } = await ask('/v1/nearby', {
            body: {
              lat: latitude,
              lon: longitude,
              radius_km: radius,
              limit: 100,
              service: 'shelter',
            },
          });
          const answer = JSON.parse(text);
          const items: { id: string; distance_m: number }[] = answer.items;
          const place = items.find(({ id }) => id === area.locationId);
          const metres = Number(
            WGS84.Inverse(latitude, longitude, TOWN_CENTRE.latitude, TOWN_CENTRE.longitude).s12,
          );
          if (place) expect(Math.abs(place.distance_m - metres)).toBeLessThan(1);
          else expect(metres).toBeGreaterThan(radius * 1000 - 1);
          expect(items.some(({ id }) => id === hidden.locationId)).toBe(false);
          centre.add(Math.round(metres));
        },
      ),
      { numRuns: 1000 },
    );
    expect(centre.size).toBeGreaterThan(500);
  });

  it('is on record all the same, for those who may know', async () => {
    const [row] = await at.db.query<{ address_1: string }[]>(
      `SELECT address_1 FROM address WHERE location_id = $1`,
      [hidden.locationId],
    );
    expect(row?.address_1).toBe(SENTINEL);
  });
});

/** Every public address there is, from the document that the router itself makes. */
async function everyAddress(): Promise<{ path: string; body?: unknown }[]> {
  const document = await at.api.document();
  const names = [area, hidden].flatMap(({ id, slug, locationId }) => [id, slug, locationId]);
  const queries: Record<string, string[]> = {
    '/v1/nearby': [
      '?near=El Paso&limit=100',
      '?near=El Paso&limit=100&include=sources,translations,details',
      '?near=El Paso&limit=100&fields=location,services',
      '?near=El Paso&limit=100&service=shelter',
      `?lat=${TRUE_POINT.latitude}&lon=${TRUE_POINT.longitude}&limit=100`.replace(
        '31.842913',
        '31.8',
      ),
      '?near=El Paso&radius_km=30&limit=100',
    ],
    '/v1/listings': [
      '?limit=100',
      '?limit=100&include=details',
      '?limit=100&region=US-TX',
      '?q=Zarza',
      '?q=47113',
      '?q=Area only',
      '?limit=100&bbox=-106.32,31.84,-106.31,31.85',
      '?limit=100&bbox=-106.5,31.7,-106.4,31.8',
    ],
    '/v1/map': [0, 4, 8, 12, 16, 22].map((zoom) => `?bbox=-106.6,31.7,-106.2,31.9&zoom=${zoom}`),
    '/v1/organizations': ['?limit=100', '?q=Zarza', '?q=Area only', '?limit=100&region=US-TX'],
    '/v1/places': ['?q=Zarzamora', '?q=El Paso'],
  };
  const addresses = Object.entries(document.paths).flatMap(([route, operations]) => {
    const paths = route.includes('{')
      ? names.map((name) => route.replace(/\{[^}]+\}/, name))
      : (queries[route] ?? ['']).map((query) => route + encodeURI(query));
    const gets = paths.map((path) => ({ path }));
    const bodies = [
      { near: 'El Paso', limit: 100 },
      { near: 'El Paso', limit: 100, include: ['details'] },
      { lat: 31.8, lon: -106.3, limit: 100, f: 'geojson' },
    ];
    const posts = 'post' in operations ? bodies.map((body) => ({ path: route, body })) : [];
    return [...gets, ...posts];
  });
  const pages = Object.keys(languages).flatMap((language) => [
    `/${language}/`,
    ...['?near=El Paso', '?region=US-TX', '?near=El Paso&service=shelter'].map(
      (query) => `/${language}/${encodeURI(query)}`,
    ),
    ...plainPages.map((page) => `/${language}/${page}`),
    ...namedPages.flatMap((page) =>
      [...names, 'US-TX', 'shelter'].map((name) => `/${language}/${page}/${name}`),
    ),
  ]);
  const previews = names.map((name) => `/preview/en/listing/${name}.png`);
  const files = ['/openapi.json', '/sitemap.xml', '/robots.txt'];
  return [...addresses, ...[...pages, ...previews, ...files].map((path) => ({ path }))];
}

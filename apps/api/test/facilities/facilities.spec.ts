import type { Facility } from '#contract';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const ELOY = 'eloy-detention-center';

it('has the facilities, as GeoJSON too', async () => {
  const texas = await at.api.get('/v1/facilities?region=US-TX');
  expect(texas.body.items).toHaveLength(21);
  const features = await at.api.get('/v1/facilities?f=geojson');
  expect(features.body.features).toHaveLength(37);
  const { slug } = texas.body.items[0];
  expect((await at.api.get(`/v1/facilities/${slug}`)).body.region).toBe('US-TX');
});

describe('a facility is found', () => {
  const found = async (query: string): Promise<Facility[]> => {
    const { body, status } = await at.api.get(`/v1/facilities?${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  const slugs = async (query: string) => (await found(query)).map(({ slug }) => slug);

  it.each([
    ['its name', 'q=Otay+Mesa', 'otay-mesa-detention-center'],
    ['its town', 'q=Calexico', 'imperial-regional-detention-facility'],
    ['its state', 'q=Arizona', ELOY],
    ['its state in Spanish', 'q=nuevo+mexico', 'otero-county-processing-center'],
    ['a name with a wrong letter', 'q=Eloi', ELOY],
    ['a name with letters left out', 'q=Adlanto', 'adelanto-ice-processing-center'],
    ['a name spelled by ear', 'q=Port+Isabell', 'port-isabel-service-processing-center'],
  ])('by %s', async (_, query, slug) => {
    expect(await slugs(query)).toContain(slug);
  });

  it('by nearness, the nearest first, with how far it is', async () => {
    const items = await found('near=Tucson');
    const far = items.map(({ distance_m }) => distance_m as number);
    expect(far).toEqual([...far].sort((a, b) => a - b));
    expect(items[0]).toMatchObject({ city: 'Eloy', region: 'US-AZ' });
    // About 47 miles up the valley.
    expect(far[0]).toBeGreaterThan(70_000);
    expect(far[0]).toBeLessThan(90_000);
    expect((await found('q=Eloy'))[0]).toMatchObject({ distance_m: null });
  });

  it('not where nothing is like it, and a wrong question says what would be right', async () => {
    expect(await slugs('q=Xyzzyville')).toEqual([]);
    expect((await at.api.get('/v1/facilities?near=Xyzzyville')).body.errors).toEqual([
      { name: 'near', detail: expect.stringMatching(/not known/) },
    ]);
    expect((await at.api.get('/v1/facilities?near=Tucson&q=Eloy')).status).toBe(400);
    expect((await at.api.get('/v1/facilities/nowhere/help')).status).toBe(404);
  });
});

import fc from 'fast-check';
import { toMapFraction } from '#geo';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { allItems, allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

interface Item {
  kind: 'cluster' | 'point';
  id: string;
  count: number;
}

interface Listed {
  id: string;
  location: { latitude: number; longitude: number } | null;
}

/** Holds the items of a map against the listings that a list finds. */
function holdAgainst(items: Item[], { listed, box }: { listed: Listed[]; box: string }): void {
  const placed = listed.flatMap(({ id, location }) =>
    location?.latitude == null ? [] : [{ ...location, id }],
  );
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number);
  const inBox = placed.filter(
    ({ longitude, latitude }) =>
      west <= longitude && longitude <= east && south <= latitude && latitude <= north,
  );
  const shown = new Set<string>();
  for (const item of items) {
    const [across = 0, column, row] = item.id.split('/').map(Number);
    const members = placed.filter((listing) => {
      if (item.kind === 'point') return listing.id === item.id;
      const { x, y } = toMapFraction(listing);
      return Math.floor(x * across) === column && Math.floor(y * across) === row;
    });
    expect([item.id, members.length]).toEqual([item.id, item.kind === 'point' ? 1 : item.count]);
    for (const { id } of members) {
      expect(shown).not.toContain(id);
      shown.add(id);
    }
  }
  expect(inBox.filter(({ id }) => !shown.has(id))).toEqual([]);
}

describe('the map', () => {
  it('has at most 500 features, and their counts add up to what is there', async () => {
    const { body } = await at.api.get('/v1/map?bbox=-180,-85,180,85&zoom=22');
    expect(body.items.length).toBeLessThanOrEqual(500);
    const total = body.items.reduce(
      (sum: number, item: { count?: number }) => sum + (item.count ?? 1),
      0,
    );
    const all = await allPages(at.api, '/v1/listings?limit=100');
    const remote = await allPages(at.api, '/v1/listings?remote=true&limit=100');
    expect(total + remote.length).toBe(all.length);
  });

  it('groups what a list finds by the cells of its grid, whatever is asked', async () => {
    const side = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const anyBox = fc.record({
      lon: side(170),
      lat: side(60),
      width: fc.double({ min: 0.01, max: 300, noNaN: true }),
      height: fc.double({ min: 0.01, max: 80, noNaN: true }),
    });
    const towns = [
      { lon: -106.49, lat: 31.76, width: 2, height: 1 },
      { lon: -117.1, lat: 32.6, width: 9, height: 5 },
      { lon: -100, lat: 28, width: 30, height: 20 },
    ];
    const filters = [
      '',
      '&service=shelter',
      '&language=es&cost=free',
      '&status=any',
      '&open_now=true',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyBox, fc.constantFrom(...towns)),
        fc.nat(22),
        fc.constantFrom(...filters),
        async ({ lon, lat, width, height }, zoom, filter) => {
          const [west, east] = [Math.max(-180, lon - width / 2), Math.min(180, lon + width / 2)];
          const [south, north] = [Math.max(-85, lat - height / 2), Math.min(85, lat + height / 2)];
          const box = [west, south, east, north].map((degrees) => degrees.toFixed(6)).join(',');
          const { body } = await at.api.get(`/v1/map?bbox=${box}&zoom=${zoom}${filter}`);
          const listed = await allItems<Listed>(at.api, `/v1/listings?limit=100${filter}`);
          holdAgainst(body.items, { listed, box });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps its clusters while it is panned, at its edges too', async () => {
    const seen = new Map<string, unknown>();
    let again = 0;
    for (let west = -118; west < -100; west += 0.7) {
      const { body } = await at.api.get(`/v1/map?bbox=${west},29,${west + 10},34&zoom=6`);
      for (const item of body.items) {
        if (seen.has(item.id)) again += 1;
        expect(item).toEqual(seen.get(item.id) ?? item);
        seen.set(item.id, item);
      }
    }
    expect(again).toBeGreaterThan(seen.size);
  });

  it('shows no point outside of its window, across the antimeridian too', async () => {
    const point = { longitude: 179.95, latitude: -16.8 };
    await anOrganization(at.db, { name: 'Beyond', point });
    await at.settle();
    const found = async (bbox: string) =>
      (await at.api.get(`/v1/map?bbox=${bbox}&zoom=9`)).body.items.map(
        ({ name }: { name?: string }) => name,
      );
    expect(await found('179.9,-17,-179.9,-16.5')).toEqual(['Beyond']);
    expect(await found('179.96,-17,-179.9,-16.5')).toEqual([]);
    expect(await found('179.9,-17,180,-16.5')).toEqual(['Beyond']);
    await removeTestOrganizations(at.db);
    await at.settle();
    expect(await found('179.9,-17,-179.9,-16.5')).toEqual([]);
  });
});

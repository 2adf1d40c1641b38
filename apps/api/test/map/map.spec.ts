import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

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

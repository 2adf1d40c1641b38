import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('facets', () => {
  const count = async (query: string): Promise<number> => {
    let path = `/v1/listings?limit=100${query}`;
    let sum = 0;
    for (;;) {
      const { body } = await at.api.get(path);
      sum += body.items.length;
      if (!body.next) return sum;
      path = `/v1/listings?limit=100${query}&cursor=${body.next}`;
    }
  };

  it('count what each value would find beside the other filters', async () => {
    const { body } = await at.api.get('/v1/facets?service=shelter&region=US-TX');
    expect(body.total).toBe(await count('&service=shelter&region=US-TX'));
    const facet = (name: string) => body.facets.find((one: { name: string }) => one.name === name);
    expect(facet('service').without).toBe(await count('&region=US-TX'));
    expect(facet('region').without).toBe(await count('&service=shelter'));
    expect(facet('open_now')).toEqual({ name: 'open_now', without: body.total, values: [] });
    for (const { code, count: counted } of facet('region').values) {
      expect([code, counted]).toEqual([code, await count(`&service=shelter&region=${code}`)]);
    }
    for (const { code, count: counted } of facet('service').values) {
      expect([code, counted]).toEqual([code, await count(`&service=${code}&region=US-TX`)]);
    }
  });

  it('count nothing where nothing fits, and say what to leave out', async () => {
    const { body } = await at.api.get('/v1/facets?service=rescue&verified_within_days=1');
    expect(body.total).toBe(0);
    const without = Object.fromEntries(
      body.facets.map(({ name, without: n }: { name: string; without: number }) => [name, n]),
    );
    expect(without.verified_within_days).toBeGreaterThan(0);
  });
});

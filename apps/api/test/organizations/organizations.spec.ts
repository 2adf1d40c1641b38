import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

it('has every organization of the page, and one by one with their listings', async () => {
  const all = await at.api.get('/v1/organizations?limit=100');
  expect(all.body.items).toHaveLength(68);
  const { body } = await at.api.get('/v1/organizations/kino-border-initiative');
  expect(body.listings.length).toBeGreaterThan(0);
  expect(body.freshness).toBe('never');
  const arizona = await at.api.get('/v1/organizations?region=US-AZ&service=legal');
  expect(names(arizona.body)).toContain('Florence Immigrant & Refugee Rights Project');
});

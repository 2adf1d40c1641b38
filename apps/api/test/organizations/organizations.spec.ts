import { anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

it('has every organization of the page, and one by one with their listings', async () => {
  const all = await at.api.get('/v1/organizations?limit=100');
  expect(all.body.items).toHaveLength(68);
  const point = { longitude: -109.93, latitude: 31.44 };
  const { slug } = await anOrganization(at.db, { name: 'In Bisbee', region: 'US-AZ', point });
  await at.settle();
  const { body } = await at.api.get(`/v1/organizations/${slug}`);
  expect(names({ items: body.listings })).toEqual(['In Bisbee']);
  expect(body.freshness).toBe('never');
  const arizona = await at.api.get('/v1/organizations?region=US-AZ&service=legal');
  expect(names(arizona.body)).toContain('In Bisbee');
});

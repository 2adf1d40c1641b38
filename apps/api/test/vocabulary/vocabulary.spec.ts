import { allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('counts what each filter would find', async () => {
  for (const [path, filter] of [
    ['/v1/regions', 'region'],
    ['/v1/service-types', 'service'],
    ['/v1/languages', 'language'],
  ]) {
    const { body } = await at.api.get(String(path));
    for (const { code, count } of body.items) {
      const found = await allPages(at.api, `/v1/listings?limit=100&${filter}=${code}`);
      expect([code, found.length]).toEqual([code, count]);
    }
  }
  expect((await at.api.get('/v1/service-types')).body.items).toHaveLength(16);
});

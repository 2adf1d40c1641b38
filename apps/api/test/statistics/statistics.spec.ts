import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('the whole directory is counted: what is fresh, what has closed, who says so, what changed', async () => {
  const { body } = await at.api.get('/v1/statistics');
  const { total, by_freshness, by_status } = body.listings;
  const { body: closed } = await at.api.get('/v1/listings?status=closed&limit=100');
  expect(by_status.closed).toBe(closed.items.length);
  expect(by_status.active + by_status.unknown + by_status.closed).toBe(total);
  expect(by_freshness).toEqual({ fresh: 0, due: 0, overdue: 0, never: total - by_status.closed });
  expect(body.sources.own).toBeGreaterThan(20);
  expect(body.sources.government).toBeGreaterThan(20);
  expect(body.changes.created).toBeGreaterThan(100);
});

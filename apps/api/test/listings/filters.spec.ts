import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('filters for people who plan', () => {
  it.each([
    ['2026-11-28T18:30', true],
    ['2026-11-28T20:00', false],
    ['2026-11-27T18:30', false],
    ['2027-01-02T18:00', true],
  ])('find what is open at a chosen time: %s', async (time, isOpen) => {
    const saturdays = { byday: 'SA', opens_at: '18:00', closes_at: '20:00' };
    const schedule = { ...saturdays, time_zone: 'America/Denver' };
    const { slug } = await anOrganization(at.db, { schedule });
    await at.settle();
    const { body } = await at.api.get(`/v1/listings?open_at=${time}&limit=100`);
    const found = body.items.some((item: { slug: string }) => item.slug === slug);
    expect([time, found]).toEqual([time, isOpen]);
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it.each(['18:30', '2026-13-01T10:00', '2026-11-28 18:30', '2026-11-28T25:00'])(
    'say what a time looks like: %s',
    async (time) => {
      const answer = await at.api.get(`/v1/listings?open_at=${encodeURIComponent(time)}`);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0]).toMatchObject({ name: 'open_at' });
      expect(answer.body.errors[0].detail).toContain('2026-11-28T18:00');
    },
  );

  it('know a language by any of its codes, and one that nobody speaks', async () => {
    const { slug } = await anOrganization(at.db, { languages: ['es'] });
    await at.settle();
    for (const code of ['es', 'spa', 'ES', 'es-MX', 'ht,spa']) {
      const { body } = await at.api.get(`/v1/listings?language=${code}&limit=100`);
      const found = body.items.map((item: { slug: string }) => item.slug);
      expect([code, found]).toEqual([code, expect.arrayContaining([slug])]);
    }
    const { status, body } = await at.api.get('/v1/listings?language=ain');
    expect([status, body.items]).toEqual([200, []]);
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it('find what needs no visit, wherever one is', async () => {
    const { body } = await at.api.get('/v1/listings?remote=true&limit=100');
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.every((item: { location: unknown }) => item.location === null)).toBe(true);
    const near = (await at.api.get('/v1/nearby?near=El Paso&remote=true')).body;
    expect(near.items).toEqual([]);
    expect(near.remote.length).toBeGreaterThan(0);
    expect(near.widened).toBe(false);
  });
});

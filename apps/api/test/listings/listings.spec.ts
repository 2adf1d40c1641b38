import type { Listing } from '#contract';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { allPages } from '../support/all-pages.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('listings', () => {
  it('are all reached page by page, forth and back, even while some are added', async () => {
    const before = await allPages(at.api, '/v1/listings?limit=7');
    const seen: string[] = [];
    let next: string | null = null;
    let added = 0;
    do {
      const cursor: string = next ? `&cursor=${next}` : '';
      const { body } = await at.api.get(`/v1/listings?limit=7${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
      if (added++ < 3) await anOrganization(at.db, { name: `A new one ${added}` });
      await at.settle();
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it('link to the page before and after', async () => {
    const first = await at.api.get('/v1/listings?limit=5&region=US-TX');
    expect(first.headers.link).toMatch(/^<\/v1\/listings\?[^>]*cursor=[^>]*>; rel="next"$/);
    const next = /<([^>]*)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await at.api.get(next);
    const prev = /<([^>]*)>; rel="prev"/.exec(second.headers.link ?? '')?.[1] ?? '';
    expect((await at.api.get(prev)).body.items).toEqual(first.body.items);
  });

  it('continue for the query they began with alone', async () => {
    const { next } = (await at.api.get('/v1/listings?limit=3&region=US-TX')).body;
    const more = `limit=5&region=US-TX&cursor=${next}`;
    expect((await at.api.get(`/v1/listings?${more}`)).status).toBe(200);
    for (const path of [
      `/v1/listings?cursor=${next}`,
      `/v1/listings?region=US-AZ&cursor=${next}`,
      `/v1/listings?${more}&service=legal`,
      `/v1/organizations?region=US-TX&cursor=${next}`,
    ]) {
      const { status, body } = await at.api.get(path);
      expect([path, status]).toEqual([path, 400]);
      expect(body.errors[0].name).toBe('cursor');
    }
  });

  it('are found by words in both languages, without accents, the last word unfinished', async () => {
    const found = async (q: string) =>
      names((await at.api.get(`/v1/listings?limit=100&q=${encodeURIComponent(q)}`)).body);
    await anOrganization(at.db, { name: 'Casa Zarabanda', services: ['shelter'] });
    await anOrganization(at.db, {
      name: 'Ejército de Zarabanda (ZEZ)',
      city: 'Tijuana',
      region: 'MX-BCN',
    });
    await anOrganization(at.db, { name: 'Abogadas Zarabanda' });
    await at.settle();
    expect(await found('shelters in El Paso')).toContain('Casa Zarabanda');
    // By its stem first, and then what is of the kind that the word means.
    expect(await found('abogado zarabanda')).toEqual([
      'Abogadas Zarabanda',
      'Ejército de Zarabanda (ZEZ)',
    ]);
    expect((await found('zarab')).sort()).toEqual([
      'Abogadas Zarabanda',
      'Casa Zarabanda',
      'Ejército de Zarabanda (ZEZ)',
    ]);
    expect(await found('zez tijua')).toEqual(['Ejército de Zarabanda (ZEZ)']);
    expect(await found('ejercito de zarabanda')).toEqual(['Ejército de Zarabanda (ZEZ)']);
    expect(await found('zzzzz')).toEqual([]);
    expect((await found("'; DROP TABLE listing; -- <script>")).length).toBe(0);
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it('are found inside a box, also across the antimeridian', async () => {
    const island = await anOrganization(at.db, {
      point: { longitude: 179.9, latitude: -16.5 },
      name: 'Across the date line',
    });
    await at.settle();
    const across = await at.api.get('/v1/listings?bbox=179,-17,-179,-16');
    expect(across.body.items.map(({ slug }: { slug: string }) => slug)).toEqual([island.slug]);
    const around = await at.api.get('/v1/listings?bbox=-179,-17,179,-16');
    expect(around.body.items).toEqual([]);
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it('leave out what has closed, but keep it within reach of its link', async () => {
    const point = { longitude: -111, latitude: 32.2 };
    const closed = await anOrganization(at.db, { name: 'Closed', status: 'closed', point });
    await at.settle();
    const { body } = await at.api.get(`/v1/listings/${closed.slug}`);
    expect(body).toMatchObject({
      status: 'closed',
      notice: { what_happened: 'It closed.' },
    });
    const open = await allPages(at.api, '/v1/listings?limit=100');
    expect(open).not.toContain(body.id);
    const allClosed = await allPages(at.api, '/v1/listings?status=closed');
    expect(allClosed).toContain(body.id);
    const any = await allPages(at.api, '/v1/listings?status=any&limit=100');
    expect(any.sort()).toEqual([...open, ...allClosed].sort());
    const map = await at.api.get('/v1/map?bbox=-111.2,32,-110.7,32.5&zoom=12');
    expect(JSON.stringify(map.body)).not.toContain(body.id);
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  it('tell of a closed place when it closed, and what is still there', async () => {
    const { body } = await at.api.get('/v1/listings?status=closed&include=details');
    expect(body.items).toMatchObject([
      {
        notice: {
          closed_on: '2025-01-26',
          still_there: expect.stringContaining('Catholic Community Services'),
        },
      },
    ]);
  });

  it('say how fresh they are and whether they are open, on the clocks of the place', async () => {
    const day = 24 * 60 * 60 * 1000;
    const verified = (daysAgo: number, dueInDays: number) => ({
      verifiedAt: new Date(Date.now() - daysAgo * day),
      dueAt: new Date(Date.now() + dueInDays * day),
      schedule: {
        byday: 'MO,TU,WE,TH,FR,SA,SU',
        opens_at: '00:00',
        closes_at: '24:00',
        time_zone: 'America/Denver',
      },
    });
    const fresh = await anOrganization(at.db, verified(1, 100));
    const due = await anOrganization(at.db, verified(200, -10));
    const overdue = await anOrganization(at.db, verified(400, -200));
    await at.settle();
    const read = async (slug: string) => (await at.api.get(`/v1/listings/${slug}`)).body;
    expect(await read(fresh.slug)).toMatchObject({
      freshness: 'fresh',
      open: { state: 'open', until: null },
    });
    expect((await read(due.slug)).freshness).toBe('due');
    expect((await read(overdue.slug)).freshness).toBe('overdue');
    const recent = await at.api.get('/v1/listings?verified_within_days=30');
    expect(recent.body.items.map(({ slug }: { slug: string }) => slug)).toEqual([fresh.slug]);
    const openNow = await at.api.get('/v1/listings?open_now=true&limit=100');
    expect(openNow.body.items.length).toBeGreaterThanOrEqual(3);
    expect(openNow.body.items.every((item: Listing) => item.open?.state === 'open')).toBe(true);
    await removeTestOrganizations(at.db);
    await at.settle();
  });
});

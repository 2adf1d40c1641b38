import { anOrganization, removeTestOrganizations } from '../support/builders.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let at: TestApp;
beforeAll(async () => {
  at = await startTestApp();
});
afterAll(async () => {
  await removeTestOrganizations(at.db);
  await at.stop();
});

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('nearby', () => {
  it('finds Annunciation House and Las Americas in El Paso, nearest first', async () => {
    const { body } = await at.api.get('/v1/nearby?near=El Paso');
    expect(body.place).toMatchObject({ name: 'El Paso', region: 'US-TX' });
    expect(names(body).slice(0, 12)).toEqual(
      expect.arrayContaining([
        'Annunciation House',
        expect.stringMatching(/^Las Americas Immigrant Advocacy/),
      ]),
    );
    const metres = body.items.map(({ distance_m }: { distance_m: number }) => distance_m);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(body.items).toHaveLength(20);
  });

  it('answers the same in a body as in an address, and keeps a position out of caches', async () => {
    const asked = await at.api.get('/v1/nearby?lat=31.76&lon=-106.49&service=legal,shelter');
    const sent = await at.api.post('/v1/nearby', {
      lat: 31.76,
      lon: -106.49,
      service: ['legal', 'shelter'],
    });
    expect(sent.status).toBe(200);
    expect(sent.body).toEqual(asked.body);
    expect(asked.headers['cache-control']).toBe('no-store');
    expect(sent.headers['cache-control']).toBe('no-store');
  });

  it('keeps a position out of caches however its name is written', async () => {
    const { status, headers } = await at.api.get('/v1/nearby?%6Cat=31.76&%6Con=-106.49');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  });

  it('joins values of one name by or, and names by and', async () => {
    const { body } = await at.api.get(
      '/v1/nearby?near=El Paso&service=legal&service=shelter&region=US-NM&limit=100',
    );
    expect(body.items.length).toBeGreaterThan(3);
    for (const { location, service_types } of body.items) {
      expect(location.region).toBe('US-NM');
      expect(service_types.includes('legal') || service_types.includes('shelter')).toBe(true);
    }
  });

  it('takes a group of regions apart', async () => {
    const { body } = await at.api.get('/v1/nearby?near=Tijuana&region=XB-MX-CA&limit=100');
    const regions = new Set(
      body.items.map((item: { location: { region: string } }) => item.location.region),
    );
    expect([...regions]).toEqual(expect.arrayContaining(['US-CA', 'MX-BCN']));
    expect([...regions]).not.toContain('US-TX');
  });

  it('gives help without a place, and help lines, beside what is near', async () => {
    const { body } = await at.api.get('/v1/nearby?near=El Paso&limit=1');
    expect(names({ items: body.remote })).toContain('Asylum Seeker Advocacy Project');
    expect(names({ items: body.help_lines })).toContain('UNHCR detention hotline');
  });

  it('gives the nearest beyond a radius in which there is nothing, and says so', async () => {
    const inside = await at.api.get('/v1/nearby?near=El Paso&radius_km=5');
    expect(inside.body.widened).toBe(false);
    const beyond = await at.api.get('/v1/nearby?lat=20&lon=-140&radius_km=5&limit=2');
    expect(beyond.body).toMatchObject({ widened: true, place: null });
    expect(beyond.body.items).toHaveLength(2);
    expect(beyond.body.items[0].distance_m).toBeGreaterThan(5_000);
  });

  it('offers the other places of the same name, the biggest first', async () => {
    const { body } = await at.api.get('/v1/nearby?near=Nogales&limit=1');
    expect(body.place).toMatchObject({ name: 'Nogales', country: 'MX', region: 'MX-SON' });
    expect(body.other_places.map(({ region }: { region: string }) => region)).toContain('US-AZ');
  });

  it('is GeoJSON when asked, longitude first', async () => {
    for (const response of [
      await at.api.get('/v1/nearby?near=El Paso&f=geojson&limit=3'),
      await at.api.get('/v1/nearby?near=El Paso&limit=3', { accept: 'application/geo+json' }),
    ]) {
      expect(response.headers['content-type']).toBe('application/geo+json; charset=utf-8');
      const [feature] = response.body.features;
      expect(feature.geometry.coordinates[0]).toBeCloseTo(-106.49, 1);
      expect(feature.properties.name).toBe('Annunciation House');
    }
  });
});

describe('listings', () => {
  it('are all reached page by page, forth and back, even while some are added', async () => {
    const before = await allPages('/v1/listings?limit=7');
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

  it('are found by words in both languages, without accents, the last word unfinished', async () => {
    const found = async (q: string) =>
      names((await at.api.get(`/v1/listings?limit=100&q=${encodeURIComponent(q)}`)).body);
    expect(await found('shelters for migrants')).toContain('Annunciation House');
    expect(await found('annunc')).toContain('Annunciation House');
    expect(await found('ACNUR tijua')).toEqual([expect.stringMatching(/^UNHCR/)]);
    expect(await found('ejercito de salvacion')).toHaveLength(1);
    expect(await found('zzzzz')).toEqual([]);
    expect((await found("'; DROP TABLE listing; -- <script>")).length).toBe(0);
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
    const open = await allPages('/v1/listings?limit=100');
    const { body } = await at.api
      .get('/v1/listings/casa-alitas-tucson')
      .then((answer) => (answer.status === 200 ? answer : at.api.get('/v1/listings/casa-alitas')));
    expect(body).toMatchObject({
      status: 'closed',
      notice: {
        closed_on: '2025-01-26',
        still_there: expect.stringContaining('Catholic Community Services'),
      },
    });
    expect(open).not.toContain(body.id);
    expect(await allPages('/v1/listings?status=closed')).toEqual([body.id]);
    expect((await allPages('/v1/listings?status=any&limit=100')).length).toBe(open.length + 1);
    const map = await at.api.get('/v1/map?bbox=-111.2,32,-110.7,32.5&zoom=12');
    expect(JSON.stringify(map.body)).not.toContain(body.id);
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
    expect(
      openNow.body.items.every((item: { open: { state: string } }) => item.open.state === 'open'),
    ).toBe(true);
    await removeTestOrganizations(at.db);
    await at.settle();
  });
});

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

describe('the map', () => {
  it('has at most 500 features, and their counts add up to what is there', async () => {
    const { body } = await at.api.get('/v1/map?bbox=-180,-85,180,85&zoom=22');
    expect(body.items.length).toBeLessThanOrEqual(500);
    const total = body.items.reduce(
      (sum: number, item: { count?: number }) => sum + (item.count ?? 1),
      0,
    );
    const all = await allPages('/v1/listings?limit=100');
    const remote = (await at.api.get('/v1/nearby?near=El Paso&serves=US&limit=1')).body.remote;
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

describe('the directory', () => {
  it('has every organization of the page, and one by one with their listings', async () => {
    const all = await at.api.get('/v1/organizations?limit=100');
    expect(all.body.items).toHaveLength(68);
    const { body } = await at.api.get('/v1/organizations/kino-border-initiative');
    expect(body.listings.length).toBeGreaterThan(0);
    expect(body.freshness).toBe('never');
    const arizona = await at.api.get('/v1/organizations?region=US-AZ&service=legal');
    expect(names(arizona.body)).toContain('Florence Immigrant & Refugee Rights Project');
  });

  it('has the lines that can be dialled from detention, codes as printed, doubts told', async () => {
    const { body } = await at.api.get('/v1/help-lines?dialable_from=detention');
    const codes = body.items.flatMap((line: { speed_dials: { code: string }[] }) =>
      line.speed_dials.map(({ code }) => code),
    );
    expect(codes.sort()).toEqual(['#566', '2150#', '699#', '9116#', '9233#']);
    const unhcr = body.items.find(
      ({ slug }: { slug: string }) => slug === 'unhcr-detention-hotline',
    );
    expect(unhcr.speed_dials[0].note).toContain('566#');
    const every = await at.api.get('/v1/help-lines');
    expect(every.body.items).toHaveLength(14);
    expect(JSON.stringify(every.body)).not.toContain('Help to find services near you');
  });

  it('has the facilities, as GeoJSON too', async () => {
    const texas = await at.api.get('/v1/facilities?region=US-TX');
    expect(texas.body.items).toHaveLength(21);
    const features = await at.api.get('/v1/facilities?f=geojson');
    expect(features.body.features).toHaveLength(37);
    const { slug } = texas.body.items[0];
    expect((await at.api.get(`/v1/facilities/${slug}`)).body.region).toBe('US-TX');
  });

  it('counts what each filter would find', async () => {
    for (const [path, filter] of [
      ['/v1/regions', 'region'],
      ['/v1/service-types', 'service'],
      ['/v1/languages', 'language'],
    ]) {
      const { body } = await at.api.get(String(path));
      for (const { code, count } of body.items) {
        const found = await allPages(`/v1/listings?limit=100&${filter}=${code}`);
        expect([code, found.length]).toEqual([code, count]);
      }
    }
    expect((await at.api.get('/v1/service-types')).body.items).toHaveLength(16);
  });
});

describe('places', () => {
  it.each([
    ['El Paso', 'El Paso', 'US-TX'],
    ['el paso tx', 'El Paso', 'US-TX'],
    ['EL PASO, Texas', 'El Paso', 'US-TX'],
    ['Cd. Juarez', 'Ciudad Juárez', 'MX-CHH'],
    ['Ciudad Juárez', 'Ciudad Juárez', 'MX-CHH'],
    ['79901', '79901 El Paso', 'US-TX'],
    ['Tuscon', 'Tucson', 'US-AZ'],
    ['nogales sonora', 'Nogales', 'MX-SON'],
    ['Nogales, AZ', 'Nogales', 'US-AZ'],
    ['Nogales, Ariz', 'Nogales', 'US-AZ'],
    ['nogales estados unidos', 'Nogales', 'US-AZ'],
    ['guatemala city', 'Guatemala City', null],
  ])('%s is %s in %s', async (typed, name, region) => {
    const { body } = await at.api.get(`/v1/places?q=${encodeURIComponent(typed)}`);
    expect(body.items[0]).toMatchObject({ name, region });
  });
});

async function allPages(path: string): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next ? `${path.includes('?') ? '&' : '?'}cursor=${next}` : '';
    const { body } = await at.api.get(path + cursor);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next;
  } while (next);
  return ids;
}

import {
  aHelpLine,
  anOrganization,
  removeTestOrganizations,
} from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

/** A town without any place on record. */
const MARFA = { longitude: -104.0186, latitude: 30.3095 };

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('nearby', () => {
  it('finds what is near a town, the nearest first', async () => {
    for (const [name, point] of [
      ['Half an hour away', { longitude: -104.02, latitude: 30.6 }],
      ['In the middle of town', MARFA],
      ['At its edge', { longitude: -104.02, latitude: 30.33 }],
    ] as const) {
      await anOrganization(at.db, { name, point, city: 'Marfa' });
    }
    await at.settle();
    const { body } = await at.api.get('/v1/nearby?near=Marfa');
    expect(body.place).toMatchObject({ name: 'Marfa', region: 'US-TX' });
    expect(names(body).slice(0, 3)).toEqual([
      'In the middle of town',
      'At its edge',
      'Half an hour away',
    ]);
    const metres = body.items.map(({ distance_m }: { distance_m: number }) => distance_m);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(body.items).toHaveLength(20);
    await removeTestOrganizations(at.db);
    await at.settle();
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
    expect(asked.headers['cache-control']).toBe('private, no-store');
    expect(sent.headers['cache-control']).toBe('private, no-store');
  });

  it('keeps a position out of caches however its name is written', async () => {
    const { status, headers } = await at.api.get('/v1/nearby?%6Cat=31.76&%6Con=-106.49');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
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

  it('gives help without a place, and help lines, with what is near', async () => {
    await anOrganization(at.db, { name: 'Help by telephone alone', point: null });
    await aHelpLine(at.db, 'A line to call');
    await at.settle();
    const { body } = await at.api.get('/v1/nearby?near=El Paso&limit=1');
    expect([body.remote.length, body.help_lines.length]).toEqual([3, 3]);
    const remote = await at.api.get(`${body.more.remote}&limit=100`);
    const lines = await at.api.get(body.more.help_lines);
    expect(names(remote.body)).toContain('Help by telephone alone');
    expect(names(lines.body)).toContain('A line to call');
    await removeTestOrganizations(at.db);
    await at.settle();
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
    await anOrganization(at.db, { name: 'In the middle of town', point: MARFA, city: 'Marfa' });
    await at.settle();
    for (const response of [
      await at.api.get('/v1/nearby?near=Marfa&f=geojson&limit=3'),
      await at.api.get('/v1/nearby?near=Marfa&limit=3', { accept: 'application/geo+json' }),
    ]) {
      expect(response.headers['content-type']).toBe('application/geo+json; charset=utf-8');
      const [feature] = response.body.features;
      expect(feature.geometry.coordinates).toEqual([MARFA.longitude, MARFA.latitude]);
      expect(feature.properties.name).toBe('In the middle of town');
    }
    await removeTestOrganizations(at.db);
    await at.settle();
  });
});

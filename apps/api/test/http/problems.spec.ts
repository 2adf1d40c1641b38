import request from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('wrong questions', () => {
  it.each([
    ['/v1/nearby', ['lat', 'lon']],
    ['/v1/nearby?lat=91&lon=0', ['lat']],
    ['/v1/nearby?lat=NaN&lon=0', ['lat']],
    ['/v1/nearby?lat=31.7', ['lat', 'lon']],
    ['/v1/nearby?lat=31.7&lon=-181', ['lon']],
    ['/v1/nearby?lat=31.7&lon=', ['lon']],
    ['/v1/nearby?lat=Infinity&lon=1e400', ['lat', 'lon']],
    ['/v1/nearby?lat=1&lat=2&lon=3', ['lat']],
    ['/v1/nearby?near=El Paso&lat=1&lon=2', ['near']],
    ['/v1/nearby?near=Xyzzyville', ['near']],
    ['/v1/nearby?near=El Paso&limit=0', ['limit']],
    ['/v1/nearby?near=El Paso&limit=101', ['limit']],
    ['/v1/nearby?near=El Paso&limit=2.5', ['limit']],
    ['/v1/nearby?near=El Paso&limit=99999999999999999999', ['limit']],
    ['/v1/nearby?near=El Paso&radius_km=-1', ['radius_km']],
    ['/v1/nearby?near=El Paso&radius_km=0', ['radius_km']],
    ['/v1/nearby?near=El Paso&service=magic', ['service']],
    ['/v1/nearby?near=El Paso&region=US-ZZ', ['region']],
    ['/v1/nearby?near=El Paso&open_now=maybe', ['open_now']],
    ['/v1/nearby?near=El Paso&colour=blue', ['colour']],
    ["/v1/nearby?near=El Paso&service='; DROP TABLE listing; --", ['service']],
    ['/v1/listings?cursor=nonsense', ['cursor']],
    ['/v1/listings?cursor=WyJhIiwiYiIsMF0', ['cursor']],
    ['/v1/listings?bbox=1,2,3', ['bbox']],
    ['/v1/listings?bbox=1,20,3,10', ['bbox']],
    ['/v1/listings?bbox=a,b,c,d', ['bbox']],
    ['/v1/listings?verified_within_days=0', ['verified_within_days']],
    ['/v1/listings?f=xml', ['f']],
    ['/v1/listings?language=xx', ['language']],
    ['/v1/listings?language=es_MX', ['language']],
    ['/v1/listings?language=es,Spanish', ['language']],
    ['/v1/guides?language=xx', ['language']],
    ['/v1/listings?open_at=2026-02-30T10:00', ['open_at']],
    ['/v1/listings?open_at=2027-02-29T10:00', ['open_at']],
    ['/v1/speed-dials?facility=El Paso', ['facility']],
    ['/v1/speed-dials?facility=5d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b', ['facility']],
    ['/v1/listings?status=open', ['status']],
    ['/v1/map?zoom=5', ['bbox']],
    ['/v1/map?bbox=-107,31,-106,32', ['zoom']],
    ['/v1/map?bbox=-107,31,-106,32&zoom=23', ['zoom']],
    ['/v1/places', ['q']],
    ['/v1/places?q=a&limit=21', ['limit']],
    ['/v1/regions?x=1', ['x']],
    ['/v1/organizations?region=Texas', ['region']],
    ['/v1/help-lines?dialable_from=prison', ['dialable_from']],
    ['/v1/map?bbox=1,2,3&zoom=99', ['bbox', 'zoom']],
    ['/v1/listings?bbox=-107,33,-106,32&limit=0', ['bbox', 'limit']],
  ])('%s names %j', async (path, names) => {
    const { status, body, headers } = await at.api.get(encodeURI(path));
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      status: 400,
      title: expect.any(String),
      instance: path.split('?')[0],
    });
    expect(body.errors.map(({ name }: { name: string }) => name).sort()).toEqual(names);
    for (const { detail } of body.errors) {
      const sentences: string[] = detail.split('. ');
      expect(sentences).toEqual([...new Set(sentences)]);
    }
    for (const { detail } of body.errors) expect(detail.length).toBeGreaterThan(10);
  });

  it('are told apart from unknown addresses and things', async () => {
    for (const path of [
      '/nope',
      '/v1/nope',
      '/v1/listings/nope',
      '/v1/organizations/nope',
      '/v1/facilities/nope',
    ]) {
      const { status, headers, body } = await at.api.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.detail.length).toBeGreaterThan(10);
    }
  });

  it('in a body are told the same way', async () => {
    const server = request(at.app.getHttpServer());
    const broken = await server
      .post('/v1/nearby')
      .set('content-type', 'application/json')
      .send('{');
    expect(broken.status).toBe(400);
    expect(broken.headers['content-type']).toContain('application/problem+json');
    const other = await server.post('/v1/nearby').set('content-type', 'text/plain').send('El Paso');
    expect(other.status).toBe(415);
    const large = await server.post('/v1/nearby').send({ near: 'x'.repeat(20_000) });
    expect(large.status).toBe(413);
    const wrong = await at.api.post('/v1/nearby', { lat: '91', lon: -106, secret: 1 });
    expect(wrong.body.errors.map(({ name }: { name: string }) => name).sort()).toEqual([
      'lat',
      'secret',
    ]);
    expect(JSON.stringify(wrong.body)).not.toContain('-106');
  });

  it('never show SQL or a stack, even when the database fails', async () => {
    await at.db.query('ALTER TABLE listing RENAME TO listing_gone');
    try {
      const { status, body } = await at.api.get('/v1/listings?q=broken');
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toMatch(/listing_gone|SELECT|relation|at .*\.ts/);
    } finally {
      await at.db.query('ALTER TABLE listing_gone RENAME TO listing');
    }
  });

  it('that ask for a format nobody has get 406', async () => {
    const { status } = await at.api.get('/v1/listings', { accept: 'application/xml' });
    expect(status).toBe(406);
  });
});

import request from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('headers', () => {
  it('carry a strong ETag that answers 304, another for another format and encoding', async () => {
    const first = await at.api.get('/v1/listings?limit=3', { 'accept-encoding': 'identity' });
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
    const again = await at.api.get('/v1/listings?limit=3', {
      'accept-encoding': 'identity',
      'if-none-match': String(first.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.headers.etag).toBe(first.headers.etag);
    const zipped = await at.api.get('/v1/listings?limit=3', { 'accept-encoding': 'gzip' });
    const feature = await at.api.get('/v1/listings?limit=3&f=geojson');
    const etags = [first, zipped, feature].map(({ headers }) => headers.etag);
    expect(new Set(etags).size).toBe(3);
  });

  it('change when the directory does', async () => {
    const path = '/v1/help-lines';
    const before = (await at.api.get(path)).headers.etag;
    await at.db.query(`UPDATE directory_card SET summary = replace(summary, 'UNHCR', 'ACNUR')`);
    await at.db.query(
      `INSERT INTO change (kind, record_id, action) VALUES ('help_line', 'x', 'updated')`,
    );
    await at.settle();
    const { headers, body } = await at.api.get(path, { 'if-none-match': String(before) });
    expect(headers.etag).not.toBe(before);
    expect(JSON.stringify(body)).toContain('ACNUR');
    await at.db.query(`UPDATE directory_card SET summary = replace(summary, 'ACNUR', 'UNHCR')`);
    await at.db.query(
      `INSERT INTO change (kind, record_id, action) VALUES ('help_line', 'x', 'updated')`,
    );
    await at.settle();
  });

  it.each(['br', 'gzip'])('tell of compression with %s', async (encoding) => {
    const { headers, body } = await at.api.get('/v1/listings', { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(body.items).toHaveLength(20);
  });

  it('let any page read, without credentials, and keep our own pages safe', async () => {
    const { headers } = await at.api.get('/v1/regions', { origin: 'https://news.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['access-control-expose-headers']).toMatch(/ETag.*Link/);
    expect(headers['cache-control']).toContain('public');
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['set-cookie']).toBeUndefined();
    const page = await request(at.app.getHttpServer()).get('/docs');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['x-frame-options']).toBe('DENY');
    expect(page.headers['x-amparo-page']).toBe('1');
    expect(headers['x-amparo-page']).toBeUndefined();
    expect(page.headers['permissions-policy']).toMatch(/^geolocation=\(self\), camera=\(\)/);
    const preflight = await request(at.app.getHttpServer())
      .options('/v1/nearby')
      .set({ origin: 'https://news.example', 'access-control-request-method': 'POST' });
    expect(preflight.headers['access-control-allow-methods']).toContain('POST');
  });

  it('are the same for HEAD', async () => {
    const head = await request(at.app.getHttpServer())
      .head('/v1/regions')
      .set('accept-encoding', 'gzip');
    expect(head.status).toBe(200);
    const whole = await at.api.get('/v1/regions', { 'accept-encoding': 'gzip' });
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(whole.body.items.length).toBeGreaterThan(0);
  });

  it('are the same when an answer is given again', async () => {
    const answer = async (method: 'get' | 'head') => {
      const { headers } = await request(at.app.getHttpServer())
        [method]('/v1/service-types')
        .set({ origin: 'https://news.example', 'accept-encoding': 'gzip' });
      return { ...headers, date: 'any' };
    };
    const first = await answer('get');
    expect(await answer('get')).toEqual(first);
    expect(await answer('head')).toEqual(first);
  });
});

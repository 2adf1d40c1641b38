import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { compress } from '../../src/http/compression/compression.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

/** As much as is compressed and waits for it at the same time. */
const FULL = 66;

it('a large response that would wait for too many others is refused, and a small one is not', async () => {
  const large = randomBytes(1_500_000);
  let isBusy = true;
  const others = Array.from({ length: FULL }, async () => {
    while (isBusy) await compress(large, 'gzip');
  });
  const ask = async (path: string) =>
    await request(at.app.getHttpServer()).get(path).set('accept-encoding', 'gzip');
  const refused = await ask('/v1/listings?limit=99');
  expect([refused.status, refused.body.type]).toEqual([503, '/docs/problems#overloaded']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers.etag).toBeUndefined();
  expect((await ask('/v1/listings?limit=2')).status).toBe(200);
  isBusy = false;
  await Promise.all(others);
  expect((await ask('/v1/listings?limit=99')).status).toBe(200);
});

import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';
const lines: string[] = [];
let at: OwnTestApp;

beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (line) => lines.push(String(line)));
  at = await startTestApp({ PUBLIC_URL: 'https://amparo.example' }, { log: pino(log) });
  await at.db.query('ALTER TABLE listing RENAME TO listing_elsewhere');
});
afterAll(async () => {
  await at?.db.query('ALTER TABLE listing_elsewhere RENAME TO listing');
  await at?.stop();
});

it.each([
  ['a page', '/en/listing/annunciation-house'],
  ['the picture of a page', '/preview/en/listing/annunciation-house.png'],
  ['the sitemap', '/sitemap.xml'],
  ['the API', '/v1/listings/annunciation-house'],
])('%s that fails says so without internal messages, and is logged', async (_, path) => {
  lines.length = 0;
  const { status, headers, body } = await request(at.app.getHttpServer())
    .get(path)
    .set('accept', BROWSER);
  expect(status).toBe(500);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['cache-control']).toBe('private, no-store');
  expect(body).toEqual({
    type: '/docs/problems#internal',
    title: 'Something went wrong here',
    status: 500,
    detail: 'The fault is ours and has been noted. Try again in a moment.',
    instance: path,
  });
  const failures = lines.filter((line) => line.includes('"msg":"failure"'));
  expect(failures.length).toBeGreaterThan(0);
  expect(failures.join('')).toContain('"level":50');
});

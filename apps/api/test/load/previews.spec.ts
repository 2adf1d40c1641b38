import pg from 'pg';
import request, { type Response } from 'supertest';
import { seededDatabase } from '../../../../test/database/test-databases.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

/** One is drawn while so many wait. */
const BEGUN = 17;
const SENT = 40;

let at: OwnTestApp;
let other: pg.Client;
beforeAll(async () => {
  const database = await seededDatabase();
  at = await startTestApp({}, { database, readLimitMs: 3_600_000 });
  other = new pg.Client(database.url);
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await at?.stop();
});

it('draws preview images one after another, and refuses those that would wait for too many', async () => {
  const { rows } = await other.query('SELECT slug FROM listing ORDER BY slug LIMIT $1', [SENT]);
  const draw = async (slug: string): Promise<Response> =>
    await request(at.app.getHttpServer()).get(`/preview/es/listing/${slug}.png`);
  await other.query('BEGIN');
  await other.query('LOCK TABLE listing IN ACCESS EXCLUSIVE MODE');
  const refused: Response[] = [];
  let toldEnough = (): void => {};
  const enough = new Promise<void>((resolve) => {
    toldEnough = resolve;
  });
  const all = Promise.all(
    rows.map(async ({ slug }) => {
      const response = await draw(slug);
      if (response.status === 503) refused.push(response);
      if (refused.length === SENT - BEGUN) toldEnough();
      return response.status;
    }),
  );
  // They are refused while the first one still waits for its page.
  await enough;
  for (const { body, headers } of refused) {
    expect(body.type).toBe('/docs/problems#overloaded');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  await other.query('COMMIT');
  expect((await all).filter((status) => status === 200)).toHaveLength(BEGUN);
});

import fc from 'fast-check';
import request from 'supertest';
import { publishChange } from '#directory';
import { anyOrganization, store } from '../../../../test/directory/any-organization.ts';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { captureStatements } from '../support/captured-statements.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
const TIJUANA = { longitude: -117.03, latitude: 32.52 };

let clock: Clock;
let now: Clock['now'];
beforeAll(() => {
  clock = at.app.get(Clock);
  now = clock.now;
  // What is stored does not end with a minute.
  clock.now = () => new Date('2026-11-30T16:30:00Z');
});
afterAll(() => {
  clock.now = now;
});
afterEach(async () => {
  await removeTestOrganizations(at.db);
  await at.settle();
});

const URLS = [
  '/v1/listings?region=US-AZ&service=shelter',
  '/v1/listings?q=legal&limit=3',
  '/v1/listings?bbox=-107,31,-106,32',
  '/v1/listings?status=any&f=geojson&limit=2',
  '/v1/listings/annunciation-house',
  '/v1/nearby?near=El+Paso',
  '/v1/nearby?near=El+Paso&service=legal&limit=3',
  '/v1/nearby?near=Tijuana&radius_km=30',
  '/v1/map?bbox=-107,31,-106,32&zoom=9',
  '/v1/map?bbox=-170,-60,170,75&zoom=2&language=es',
  '/v1/facets',
  '/v1/facets?region=US-TX&open_now=true',
  '/v1/facets?service=shelter&language=ht',
  '/v1/regions',
  '/v1/service-types',
  '/v1/languages',
  '/v1/statistics',
  '/v1/organizations?limit=3',
  '/v1/organizations/annunciation-house',
  '/v1/help-lines',
  '/v1/help-lines/findhello',
  '/v1/speed-dials',
  '/v1/facilities?region=US-TX',
  '/v1/facilities/el-paso-service-processing-center',
  '/v1/facilities/el-paso-service-processing-center/help',
  '/v1/guides',
  '/v1/places?q=tucson',
  '/v1/snapshot?region=US-AZ',
  '/en/',
  '/es/?near=El+Paso',
  '/en/listing/annunciation-house',
  '/en/state/US-AZ',
  '/en/facilities',
  '/sitemap.xml',
];

const ask = (url: string) => request(at.app.getHttpServer()).get(url).set({ accept: '*/*' });

async function rename(id: string, name: string): Promise<void> {
  await at.db.transaction(async (manager) => {
    await manager.query(`UPDATE organization SET name = $2 WHERE id = $1`, [id, name]);
    await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
  });
  await at.settle();
}

async function holdAgainstUnstored(): Promise<void> {
  for (const url of URLS) {
    const stored = await ask(url);
    // Nothing is stored for a request with credentials.
    const fresh = await ask(url).set('authorization', 'Bearer none');
    expect([url, stored.status, stored.text]).toEqual([url, fresh.status, fresh.text]);
  }
}

it('what is stored says the same as what is not, whatever changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOrganization, { minLength: 1, maxLength: 3 }),
      async (organizations) => {
        const ids: string[] = [];
        for (const organization of organizations) {
          ids.push((await store(at.db, organization)).id);
          await at.settle();
          await holdAgainstUnstored();
        }
        await rename(ids[0] as string, 'Another name');
        await holdAgainstUnstored();
        await removeTestOrganizations(at.db);
        await at.settle();
        await holdAgainstUnstored();
      },
    ),
    { numRuns: 3 },
  );
});

it('a change empties nothing that it does not concern', async () => {
  const { id } = await anOrganization(at.db, { name: 'Far away', point: TIJUANA });
  await at.settle();
  for (const url of URLS) await ask(url);
  await rename(id, 'Far away as before');
  const unconcerned = [
    '/v1/listings?bbox=-107,31,-106,32',
    '/v1/listings/annunciation-house',
    '/v1/nearby?near=El+Paso&service=legal&limit=3',
    '/v1/map?bbox=-107,31,-106,32&zoom=9',
    '/v1/facets',
    '/v1/regions',
    '/v1/service-types',
    '/v1/languages',
    '/v1/organizations/annunciation-house',
    '/v1/help-lines',
    '/v1/facilities?region=US-TX',
    '/v1/facilities/el-paso-service-processing-center',
    '/v1/guides',
    '/v1/places?q=tucson',
    '/en/listing/annunciation-house',
    '/es/?near=El+Paso',
    '/en/facilities',
  ];
  const statements = captureStatements();
  const read: unknown[] = [];
  for (const url of unconcerned) {
    await ask(url);
    const texts = statements.take().map(({ text }) => text);
    // Whether anything changed is asked once a second.
    const others = texts.filter((text) => !text.includes('max(seq)'));
    if (others.length > 0) read.push([url, others]);
  }
  statements.stop();
  expect(read).toEqual([]);
});

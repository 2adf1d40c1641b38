import { DataSource } from 'typeorm';
import { dataSourceOptions, inTransaction } from '#database';
import { publishChange } from '#directory';
import { type Cluster, startCluster } from '../../../../test/database/cluster.ts';
import { type Replica, startReplica } from '../../../../test/database/replica.ts';
import { RECORDS, seededClusterData } from '../../../../test/database/seeded-data.ts';
import { type SpawnedServer, spawnServer } from '../support/spawn-server.ts';
import { stopServer } from './start.ts';

const SLUG = 'annunciation-house';

let primary: Cluster;
/** The second is held back alone in one test. */
let replicas: [Replica, Replica];
let db: DataSource;
let running: SpawnedServer;
let address: string;
beforeAll(async () => {
  primary = await startCluster({ durable: false, from: await seededClusterData() });
  replicas = [await startReplica(primary), await startReplica(primary)];
  const options = dataSourceOptions({ url: primary.url(RECORDS), poolSize: 1 });
  db = await new DataSource(options).initialize();
  running = spawnServer({
    DATABASE_URL: primary.url(RECORDS),
    DATABASE_REPLICA_URLS: replicas.map((replica) => replica.url(RECORDS)).join(),
  });
  address = await running.ready();
});
afterAll(async () => {
  running?.process.kill('SIGKILL');
  await running?.exited;
  await db?.destroy();
  for (const replica of replicas ?? []) await replica.stop();
  await primary?.stop();
});

/** Renames the organization on the primary, as an editor does. */
async function rename(name: string): Promise<void> {
  await inTransaction(db, async (manager) => {
    const [{ id }] = await manager.query(`SELECT id FROM organization WHERE slug = $1`, [SLUG]);
    await manager.query(`UPDATE organization SET name = $2 WHERE id = $1`, [id, name]);
    await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
  });
}

describe('with replicas that lag', () => {
  it('reads what the replicas have, and what changed meanwhile once it has caught up', async () => {
    const nameNow = async (resource = 'listings'): Promise<string> => {
      const response = await fetch(`${address}/v1/${resource}/${SLUG}`);
      expect(response.status).toBe(200);
      return ((await response.json()) as { name: string }).name;
    };
    expect(await nameNow()).toBe('Annunciation House');
    for (const replica of replicas) await replica.holdBack();
    await rename('Renamed House');
    // The first from memory, maybe; the second was never asked for.
    expect([await nameNow(), await nameNow('organizations')]).toEqual([
      'Annunciation House',
      'Annunciation House',
    ]);
    for (const replica of replicas) await replica.catchUp();
    // Within about a second: until then the server need not ask whether anything has changed.
    while ((await nameNow()) !== 'Renamed House');
    expect(await nameNow('organizations')).toBe('Renamed House');
    await rename('Annunciation House');
    while ((await nameNow()) !== 'Annunciation House');
  });

  it('never tells again what it has told to be over, while one of them is held back', async () => {
    const [, late] = replicas;
    await late.holdBack();
    onTestFinished(() => late.catchUp());
    await rename('Renamed House');
    onTestFinished(() => rename('Annunciation House'));
    const textOf = async (path: string) => await (await fetch(address + path)).text();
    while (!(await textOf(`/v1/listings/${SLUG}`)).includes('Renamed House'));
    for (const path of [
      `/v1/organizations/${SLUG}`,
      `/v1/listings/${SLUG}?f=geojson`,
      '/v1/listings?limit=100&region=US-TX',
      '/v1/nearby?near=El+Paso',
      `/en/listing/${SLUG}`,
      `/en/organization/${SLUG}`,
    ]) {
      expect([path, (await textOf(path)).includes('Renamed House')]).toEqual([path, true]);
    }
  });

  it('takes what readers report, on the primary, while a replica is held back', async () => {
    const [replica] = replicas;
    await replica.holdBack();
    onTestFinished(() => replica.catchUp());
    const response = await fetch(`${address}/v1/suggestions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'listing', slug: SLUG, text: 'The number has changed.' }),
    });
    expect(response.status).toBe(202);
    const kept = await db.query(`SELECT text FROM suggestion`);
    expect(kept).toEqual([{ text: 'The number has changed.' }]);
  });

  it('logs every read, those that it answers from memory too', async () => {
    const slug = 'eloy-detention-center';
    for (const _ of ['at first', 'and again']) {
      await (await fetch(`${address}/v1/facilities/${slug}`)).text();
    }
    await stopServer(running);
    const lines = running.written.out.match(/"route":"\/v1\/facilities\/:[a-z]+","status":200/g);
    expect(lines).toHaveLength(2);
  });
});

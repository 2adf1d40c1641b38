import { inTransaction } from '#database';
import { addSpeedDial } from '#directory';
import { type Cluster, startCluster } from '../../../../test/database/cluster.ts';
import { RECORDS, seededClusterData } from '../../../../test/database/seeded-data.ts';
import { allPages } from '../support/all-pages.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

const CRASHES = 5;
/** Acknowledged writes after which the server is killed, in each round. */
const WRITES = 60;
const WRITERS = 4;

let cluster: Cluster;
let at: OwnTestApp;
let slugs: string[];
beforeAll(async () => {
  cluster = await startCluster({ durable: true, from: await seededClusterData() });
  const database = { url: cluster.url(RECORDS), drop: async () => {} };
  at = await startTestApp({ TRUST_PROXY: 'on' }, { database });
  const rows = await at.db.query(`SELECT slug FROM organization WHERE status <> 'closed'`);
  slugs = rows.map(({ slug }: { slug: string }) => slug);
});
afterAll(async () => {
  await at?.stop();
  await cluster?.stop();
});

let next = 0;
/** Ids of codes. */
const codes: string[] = [];
const texts: string[] = [];

/** Adds a code as an operator does, or reports something as a reader does. */
async function write(): Promise<void> {
  const number = next++;
  const slug = slugs[number % slugs.length] as string;
  if (number % 4 === 0) {
    const text = `Report ${number}`;
    const body = { kind: 'organization', slug, text };
    const sender = { 'x-forwarded-for': `192.0.2.${number % 250}` };
    const { status } = await at.api.post('/v1/suggestions', body, sender);
    if (status !== 202) throw new Error(`Refused with ${status}`);
    texts.push(text);
  } else {
    const code = `${10_000 + number}#`;
    const id = await inTransaction(at.db, (manager) =>
      addSpeedDial(manager, slug, { code, scope: null, note: null }),
    );
    codes.push(id);
  }
}

/**
 * Writes from several sides until enough is acknowledged, and kills the server in the middle of
 * it.
 */
async function writeUntilKilled(): Promise<void> {
  const enough = codes.length + texts.length + WRITES;
  let killing: Promise<void> | undefined;
  const writer = async (): Promise<void> => {
    try {
      for (;;) {
        await write();
        if (codes.length + texts.length >= enough) killing ??= cluster.kill();
      }
    } catch (error) {
      // The server is gone: what was acknowledged until now has to be there again.
      if (!killing) throw error;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  await killing;
}

/** Reads until there is an answer: a read waits for the server, but not for ever. */
async function read(path: string): Promise<{ items: unknown[] }> {
  for (;;) {
    const { status, body } = await at.api.get(path);
    if (status === 200) return body;
    expect(status).toBeGreaterThanOrEqual(500);
  }
}

it(`loses nothing that was acknowledged when the server is killed ${CRASHES} times`, async () => {
  for (let crash = 1; crash <= CRASHES; crash += 1) {
    await writeUntilKilled();
    const reading = read('/v1/help-lines');
    await cluster.restart();
    expect((await reading).items.length).toBeGreaterThan(0);
    await at.settle();

    const kept = await at.db.query(`SELECT text FROM suggestion`);
    expect(kept.map(({ text }: { text: string }) => text)).toEqual(expect.arrayContaining(texts));
    const told = await allPages(at.api, '/v1/speed-dials?limit=100');
    expect(told).toEqual(expect.arrayContaining(codes));
    // Of what was not acknowledged either all is there or nothing.
    const onRecord = await at.db.query(`SELECT id FROM speed_dial`);
    expect(onRecord.map(({ id }: { id: string }) => id).sort()).toEqual(told.sort());
  }
});

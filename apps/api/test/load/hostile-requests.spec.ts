import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TileType } from 'pmtiles';
import { postgresPrograms, startCluster } from '../../../../test/database/cluster.ts';
import { growDirectory } from '../../../../test/database/filled-directory.ts';
import { grownClusterData, RECORDS } from '../../../../test/database/seeded-data.ts';
import {
  newFolder,
  serverDatabase,
  type TestDatabase,
} from '../../../../test/database/test-databases.ts';
import { pmtilesFile } from '../../../../test/tiles/pmtiles-file.ts';
import { aPicture } from '../../../../test/tiles/tile-server.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';
import { type Asked, families, MAX_BYTES } from './hostile-requests.ts';
import { type Cost, CostMeter } from './request-cost.ts';

const LISTINGS = 10_000;
/** How much more than the median of the ordinary requests of its family a request may cost. */
const MAX_RATIO = 50;
const MIN_HOSTILE = 10;

let at: OwnTestApp;
let meter: CostMeter;
beforeAll(async () => {
  const database = await grownDatabase();
  const data = join(newFolder(), 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'streets.pmtiles'), streets());
  const environment = {
    AMPARO_DATA_DIR: data,
    PUBLIC_URL: 'https://amparo.example',
    TRUST_PROXY: 'on',
  };
  at = await startTestApp(environment, { database });
  meter = await CostMeter.start(at, database.url);
});
afterAll(async () => {
  await meter?.stop();
  await at?.stop();
});

async function grownDatabase(): Promise<TestDatabase> {
  if (!postgresPrograms()) {
    const database = await serverDatabase();
    await growDirectory(database.url, LISTINGS, 0);
    return database;
  }
  const cluster = await startCluster({ durable: false, from: await grownClusterData(LISTINGS) });
  return { url: cluster.url(RECORDS), drop: () => cluster.stop() };
}

function streets(): Buffer {
  return pmtilesFile({
    type: TileType.Png,
    tiles: { '12/836/1666': aPicture('#008000'), '14/3345/6664': aPicture() },
    metadata: { attribution: '© Streets' },
    bounds: [-106.7, 31.5, -106.2, 32],
  });
}

const sizeOf = ({ path, body }: Asked): number =>
  Buffer.byteLength(path) + (body ? Buffer.byteLength(JSON.stringify(body)) : 0);

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

it('at least ten hostile requests of at most two kilobytes are known for each family', () => {
  for (const { name, hostile } of families) {
    expect([name, hostile.length >= MIN_HOSTILE]).toEqual([name, true]);
    for (const asked of hostile)
      expect([asked.path, sizeOf(asked) <= MAX_BYTES]).toEqual([asked.path, true]);
  }
});

it.each(families)(
  `no request for $name costs more than ${MAX_RATIO} times what an ordinary one does`,
  async ({ ordinary, hostile }) => {
    const usual: Cost[] = [];
    for (const asked of ordinary) {
      const { status, ...cost } = await meter.measure(asked);
      expect([asked.path, status < 400]).toEqual([asked.path, true]);
      usual.push(cost);
    }
    const excessive: unknown[] = [];
    for (const asked of hostile) {
      const { status, ...cost } = await meter.measure(asked);
      expect([asked.path, status < 500]).toEqual([asked.path, true]);
      for (const kind of Object.keys(cost) as (keyof Cost)[]) {
        const limit = MAX_RATIO * Math.max(1, median(usual.map((one) => one[kind])));
        if (cost[kind] >= limit) excessive.push({ ...asked, kind, cost: cost[kind], limit });
      }
    }
    expect(excessive).toEqual([]);
  },
);

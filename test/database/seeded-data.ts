import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, startEmbeddedEngine } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { postgresPrograms, startCluster } from './cluster.ts';
import { growDirectory } from './filled-directory.ts';
import { onServer } from './on-server.ts';

/** The database of a cluster made here that has the tables and the records. */
export const RECORDS = 'amparo_records';

const CACHE = resolve('node_modules/.cache/amparo-tests/databases');
/** All that decides what is in the database: any change of it makes another one. */
const SOURCES = [
  'migrations',
  'seed',
  'libs',
  'test/database',
  'test/directory',
  'package-lock.json',
];

/** A stopped PostgreSQL server's files, with the database `RECORDS`, to be copied. */
export async function seededClusterData(): Promise<string> {
  return await cached(`server-${serverVersion()}`, async (folder) => {
    const cluster = await startCluster({ durable: false });
    await onServer(cluster.url('postgres'), `CREATE DATABASE ${RECORDS}`);
    await fillWithRecords(cluster.url(RECORDS));
    await cluster.stop({ keepDataIn: folder });
  });
}

/** As `seededClusterData`, with so many generated listings more in the same database. */
export async function grownClusterData(listings: number): Promise<string> {
  return await cached(`server-${serverVersion()}-${listings}`, async (folder) => {
    const cluster = await startCluster({ durable: false, from: await seededClusterData() });
    await growDirectory(cluster.url(RECORDS), listings, 0);
    await cluster.stop({ keepDataIn: folder });
  });
}

function serverVersion(): string {
  const postgres = join(String(postgresPrograms()), 'postgres');
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return version.replace(/[^\d.]+/g, '-');
}

/** A data folder of the embedded engine with the tables and the records, to be copied. */
export async function seededEmbeddedData(): Promise<string> {
  return await cached('embedded', async (folder) => {
    const engine = await startEmbeddedEngine({ dataFolder: folder });
    await fillWithRecords(engine.url);
    await engine.stop();
  });
}

/** Makes the tables in an empty database and loads the records. */
export async function fillWithRecords(url: string): Promise<void> {
  const options = dataSourceOptions({ url, poolSize: 1, migrations, queryLimitMs: 0 });
  const dataSource = await new DataSource(options).initialize();
  await migrate(dataSource, () => {});
  await loadSeed(dataSource);
  await dataSource.query('VACUUM ANALYZE');
  await dataSource.destroy();
}

/** @param make fills a folder that does not exist yet; half of one is never used */
async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const key = keyOfSources();
  const folder = join(CACHE, key, name);
  if (existsSync(folder)) return folder;
  mkdirSync(join(CACHE, key), { recursive: true });
  for (const old of readdirSync(CACHE)) {
    if (old !== key) rmSync(join(CACHE, old), { recursive: true, force: true });
  }
  const unfinished = `${folder}-${randomBytes(4).toString('hex')}`;
  await make(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run has made the same meanwhile.
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function keyOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return /\.spec\.ts$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

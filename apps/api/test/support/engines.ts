import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, startEmbeddedEngine } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { type Cluster, startCluster } from '../../../../test/database/cluster.ts';

/** A database engine that all tests of one run share, migrated and with the records loaded. */
export interface TestEngine {
  /** Address of a database for one test file; on the embedded engine there is only one. */
  url: string;
  stop(): Promise<void>;
}

/**
 * The server of DATABASE_URL, else a PostgreSQL server of the run's own. Each test file copies the
 * database `template`.
 */
export async function startServer(): Promise<TestEngine & { template: string }> {
  const given = process.env.DATABASE_URL;
  const cluster = given ? null : await startCluster({ durable: false });
  const url = given ?? (cluster as Cluster).url('postgres');
  const template = `amparo_test_${randomBytes(6).toString('hex')}`;
  await run(url, `CREATE DATABASE ${template}`);
  await fill(databaseAt(url, template));
  const stop = async () => {
    if (cluster) await cluster.stop();
    else await run(url, `DROP DATABASE ${template}`);
  };
  return { url, template, stop };
}

/** The address of another database of the same server. */
export function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** The embedded engine, with its files in a folder that goes with it. */
export async function startEmbedded(): Promise<TestEngine> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'amparo-embedded-'));
  const engine = await startEmbeddedEngine({ dataFolder });
  await fill(engine.url);
  const stop = async () => {
    await engine.stop();
    rmSync(dataFolder, { recursive: true });
  };
  return { url: engine.url, stop };
}

/** Runs statements one after another on a connection of their own. */
export async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function fill(url: string): Promise<void> {
  const options = dataSourceOptions({ url, poolSize: 1, migrations, queryLimitMs: 0 });
  const dataSource = await new DataSource(options).initialize();
  await migrate(dataSource, () => {});
  await loadSeed(dataSource);
  await dataSource.destroy();
}

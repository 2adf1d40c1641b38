import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, startEmbeddedEngine } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { startCluster } from '../../../test/cluster.ts';

/** A database engine that all tests of one run share, migrated and with the records loaded. */
export interface TestEngine {
  /** Address of a database for one test file; on the embedded engine there is only one. */
  url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL server of the run's own; each test file copies the database "template_test". */
export async function startServer(): Promise<TestEngine> {
  const cluster = await startCluster({ durable: false });
  await run(cluster.url('postgres'), 'CREATE DATABASE template_test');
  await fill(cluster.url('template_test'));
  return { url: cluster.url('postgres'), stop: () => cluster.stop() };
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

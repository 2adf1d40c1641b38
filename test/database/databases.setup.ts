import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Databases } from '../provided-context.ts';
import { type Cluster, postgresPrograms, startCluster } from './cluster.ts';
import { databaseAt, onServer } from './on-server.ts';
import { fillWithRecords, RECORDS, seededClusterData, seededEmbeddedData } from './seeded-data.ts';

interface Prepared extends Databases {
  users: number;
  end(): Promise<void>;
}

/** One server for all projects of a run, gone when the last of them is done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = globalThis as { testDatabases?: Promise<Prepared> };
  run.testDatabases ??= prepare();
  const prepared = await run.testDatabases;
  prepared.users += 1;
  const { serverUrl, template, embeddedData, folder } = prepared;
  project.provide('databases', { serverUrl, template, embeddedData, folder });
  return async () => {
    prepared.users -= 1;
    if (prepared.users > 0) return;
    delete run.testDatabases;
    await prepared.end();
  };
}

async function prepare(): Promise<Prepared> {
  const given = process.env.DATABASE_URL;
  const [server, embeddedData] = await Promise.all([
    given ? templateOn(given) : ownServer(),
    seededEmbeddedData(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'amparo-tests-'));
  const end = async () => {
    await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  return { ...server, embeddedData, folder, users: 0, end };
}

type Server = Pick<Prepared, 'serverUrl' | 'template' | 'end'>;

async function ownServer(): Promise<Server> {
  if (!postgresPrograms()) return { serverUrl: '', template: '', end: async () => {} };
  const from = await seededClusterData();
  const cluster: Cluster = await startCluster({ durable: false, from });
  return { serverUrl: cluster.url('postgres'), template: RECORDS, end: () => cluster.stop() };
}

async function templateOn(serverUrl: string): Promise<Server> {
  const template = `amparo_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${template}`);
  await fillWithRecords(databaseAt(serverUrl, template));
  const end = () => onServer(serverUrl, `DROP DATABASE ${template} WITH (FORCE)`);
  return { serverUrl, template, end };
}

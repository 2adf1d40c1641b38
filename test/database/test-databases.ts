import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startEmbeddedEngine } from '#database';
import '../provided-context.ts';
import { databaseAt, onServer } from './on-server.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** The engine that this project of the test run is about. */
export const engine = inject('engine');

/** A database with the records. The embedded engine has one, for all the files of a worker. */
export async function seededDatabase(): Promise<TestDatabase> {
  if (engine === 'server') return await serverDatabase(inject('databases').template);
  running ??= startEmbeddedEngine({ dataFolder: copyOfEmbeddedData() });
  return { url: (await running).url, drop: async () => {} };
}

/** A database of the server, by default with the records. */
export async function serverDatabase(
  template = inject('databases').template,
): Promise<TestDatabase> {
  const { serverUrl } = inject('databases');
  const name = `amparo_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const drop = () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  return { url: databaseAt(serverUrl, name), drop };
}

/** A database with the records for one file alone, for which another embedded engine is started. */
export async function ownDatabase(): Promise<TestDatabase> {
  if (engine === 'server') return await serverDatabase();
  const embedded = await startEmbeddedEngine({ dataFolder: copyOfEmbeddedData() });
  return { url: embedded.url, drop: () => embedded.stop() };
}

/** A data folder of the embedded engine, with the records in it. */
export function copyOfEmbeddedData(): string {
  const folder = join(newFolder(), 'data');
  execFileSync('cp', ['-a', inject('databases').embeddedData, folder]);
  return folder;
}

/** An empty folder that goes when the run ends. */
export function newFolder(): string {
  return mkdtempSync(join(inject('databases').folder, 'test-'));
}

// The files of a worker share what it has loaded, and so this engine. It ends with the worker.
let running: ReturnType<typeof startEmbeddedEngine> | undefined;

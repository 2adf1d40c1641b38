import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { createApp } from '../../src/bootstrap/create-app.ts';
import { readSettings } from '../../src/config/settings.ts';
import { ChangeSequence } from '../../src/public/shared/change-sequence.ts';
import { databaseAt, run } from './engines.ts';
import { type ApiClient, apiClient } from './api-client.ts';

export interface TestApp {
  app: NestFastifyApplication;
  /** Asks the application, and holds every answer against its OpenAPI document. */
  api: ApiClient;
  db: DataSource;
  /** Makes committed changes visible at once, where a reader would wait up to a second. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** The engine that this project of the test run is about. */
export const engine = (globalThis as unknown as { engine: 'server' | 'embedded' }).engine;

/**
 * The whole application, on a database of its own where the engine can hold several.
 *
 * @param environment what is configured
 * @param log what it writes there is thrown away, unless a test wants to read it
 */
export async function startTestApp(
  environment: NodeJS.ProcessEnv = {},
  log: Logger = pino({ level: 'silent' }),
): Promise<TestApp> {
  const database = await testDatabase();
  const app = await createApp({
    settings: readSettings(environment),
    database: dataSourceOptions({
      url: database.url,
      poolSize: 4,
      oneSession: engine === 'embedded',
    }),
    log,
  });
  return {
    app,
    api: apiClient(app),
    db: app.get(DataSource),
    settle: async () => {
      await app.get(ChangeSequence).refresh();
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  if (engine === 'embedded') {
    return { url: String(process.env.TEST_EMBEDDED_URL), drop: async () => {} };
  }
  const server = String(process.env.TEST_SERVER_URL);
  const name = `amparo_test_${randomBytes(6).toString('hex')}`;
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${process.env.TEST_TEMPLATE}`);
  return { url: databaseAt(server, name), drop: () => run(server, `DROP DATABASE ${name}`) };
}

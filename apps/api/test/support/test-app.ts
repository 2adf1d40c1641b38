import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger, pino } from 'pino';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import {
  engine,
  seededDatabase,
  type TestDatabase,
} from '../../../../test/database/test-databases.ts';
import { removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { type AppParts, createApp } from '../../src/bootstrap/create-app.ts';
import { parseSettings } from '../../src/config/settings.ts';
import { ListingIndexService } from '../../src/public/shared/listing-index/listing-index.service.ts';
import { ChangeSequence } from '../../src/public/shared/state/change-sequence.ts';
import { type ApiClient, apiClient } from './api-client.ts';

/** Without it each test would make one in the data folder. */
const TEST_SECRET = 'a secret of the tests, and of nothing else';

export interface TestApp {
  readonly app: NestFastifyApplication;
  /** Asks the application, and holds every answer against its OpenAPI document. */
  readonly api: ApiClient;
  readonly db: DataSource;
  /** Makes committed changes visible at once, where a reader would wait up to a second. */
  settle(): Promise<void>;
}

/** What a test brings itself. */
interface TestParts extends Pick<AppParts, 'jobs'> {
  /** That it wants to read. */
  log?: Logger;
  database?: TestDatabase;
  /** How long reads wait. */
  readLimitMs?: number;
}

export interface OwnTestApp extends TestApp {
  /** Once, however often it is called. */
  stop(): Promise<void>;
}

/**
 * The application that all spec files of a worker share. What a file adds to the directory has to
 * be gone after its last test; organizations of the builders go by themselves.
 *
 * @param environment what is configured, by default nothing
 */
export function sharedTestApp(environment: Record<string, string> = {}): TestApp {
  let at: TestApp;
  let before: unknown;
  beforeAll(async () => {
    const key = JSON.stringify(environment);
    const starting = shared.get(key) ?? startTestApp(environment);
    shared.set(key, starting);
    at = await starting;
    before = await contents(at.db);
  });
  afterAll(async () => {
    if (!at) return;
    await removeTestOrganizations(at.db);
    await at.settle();
    expect(await contents(at.db)).toEqual(before);
  });
  return {
    get app() {
      return at.app;
    },
    get api() {
      return at.api;
    },
    get db() {
      return at.db;
    },
    settle: () => at.settle(),
  };
}

/** By what is configured. They end with the worker. */
const shared = new Map<string, Promise<TestApp>>();

/**
 * The whole application for tests that configure it, on a database of its own where the engine can
 * hold several.
 *
 * @param environment what is configured
 */
export async function startTestApp(
  environment: NodeJS.ProcessEnv = {},
  parts: TestParts = {},
): Promise<OwnTestApp> {
  const { log = pino({ level: 'silent' }), database = await seededDatabase(), readLimitMs } = parts;
  const appParts = {
    settings: parseSettings({ ACCOUNTS_SECRET: TEST_SECRET, ...environment }),
    database: dataSourceOptions({
      url: database.url,
      poolSize: 4,
      oneSession: engine === 'embedded',
      ...(readLimitMs ? { readLimitMs } : {}),
    }),
    log,
    ...(parts.jobs ? { jobs: parts.jobs } : {}),
  };
  const app = await createApp(appParts).catch(async (error) => {
    await database.drop();
    throw error;
  });
  // It listens throughout: supertest would otherwise start a server for each request.
  await app.listen(0, '127.0.0.1');
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await app.close();
    await database.drop();
  };
  return {
    app,
    api: apiClient(app),
    db: app.get(DataSource),
    settle: async () => {
      await app.get(ChangeSequence).refresh();
      await app.get(ListingIndexService).current();
    },
    stop: () => (stopping ??= stop()),
  };
}

/** How much of everything there is: what a file leaves behind would be met by the next one. */
async function contents(db: DataSource): Promise<unknown> {
  const tables = [
    'organization',
    'listing',
    'directory_card',
    'help_line',
    'speed_dial',
    'speed_dial_facility',
    'organization_facility',
    'guide_change',
    'suggestion',
    'location',
    'account_user',
    'account_link',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::integer FROM ${table}) AS ${table}`);
  // The loader leaves these alone.
  const edited = ['organization', 'help_line', 'facility', 'guide'].map(
    (table) =>
      `(SELECT count(*)::integer FROM ${table} WHERE edited_at IS NOT NULL) AS edited_${table}`,
  );
  const [row] = await db.query(`SELECT ${[...counts, ...edited].join(', ')}`);
  return row;
}

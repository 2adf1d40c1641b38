import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { dataSourceOptions, warmPool } from '#database';
import { ListingSearchRepository } from '#directory';
import type { Settings } from '../config/settings.ts';
import type { Logger } from '../ops/log.ts';
import { createApp } from './create-app.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartupListener } from './startup-listener.ts';
import type { Terminal } from './terminal.ts';

export interface RunningServer {
  port: number;
  /** Lets running requests end, then closes the application and the database. */
  stop(): Promise<void>;
}

export interface ServerParts {
  settings: Settings;
  log: Logger;
  terminal: Terminal;
}

/** Starts everything in order; what was started is stopped again when a later step fails. */
export async function runServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, log, terminal } = parts;
  const door = new StartupListener();
  const port = await door.listen(settings.port, settings.host);
  let database: OpenDatabase | undefined;
  try {
    const opened = await terminal.withProgress('Opening the database', (onProgress) =>
      openDatabase(settings, log, onProgress),
    );
    database = opened;
    await terminal.withProgress('Checking the database', (onProgress) =>
      prepareDatabase(opened.url, onProgress),
    );
    const app = await terminal.withProgress('Starting the server', () =>
      startApp({ ...parts, door, database: opened }),
    );
    door.open();
    const limitMs = settings.shutdownTimeoutSeconds * 1_000;
    return { port, stop: () => stopInOrder(door, limitMs, () => app.close(), opened) };
  } catch (error) {
    await stopInOrder(door, 0, async () => {}, database);
    throw error;
  }
}

async function startApp(
  parts: ServerParts & { door: StartupListener; database: OpenDatabase },
): Promise<NestFastifyApplication> {
  const { settings, log, door, database } = parts;
  const app = await createApp({
    settings,
    log,
    database: dataSourceOptions({
      url: database.url,
      poolSize: database.poolSize,
      oneSession: database.oneSession,
      replicaUrls: settings.databaseReplicaUrls ?? [],
    }),
    serverFactory: door.attach,
  });
  await warmPool(app.get(DataSource), database.poolSize);
  await app.get(ListingSearchRepository).preloadCache();
  return app;
}

async function stopInOrder(
  door: StartupListener,
  limitMs: number,
  closeApp: () => Promise<void>,
  database: OpenDatabase | undefined,
): Promise<void> {
  await door.close(limitMs);
  await closeApp();
  await database?.stop();
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { dataSourceOptions, warmPool } from '#database';
import type { Settings } from '../config/settings.ts';
import type { Logger } from '../ops/log.ts';
import { createApp } from './create-app.ts';
import { inviteFirstAdministrator } from './first-administrator.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartupListener } from './startup-listener.ts';
import type { Terminal } from './terminal.ts';

export interface RunningServer {
  port: number;
  /** Waits for running requests to finish, then closes the application and the database. */
  stop(): Promise<void>;
}

export interface ServerParts {
  settings: Settings;
  log: Logger;
  terminal: Terminal;
}

/** Starts everything in order; if a step fails, everything started before it is stopped again. */
export async function runServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, log, terminal } = parts;
  const listener = new StartupListener();
  const port = await listener.listen(settings.port, settings.host);
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
      startApp({ ...parts, listener, database: opened }),
    );
    const origin = settings.publicUrl ?? `http://localhost:${port}`;
    await inviteFirstAdministrator(app, { ...parts, dataFolder: settings.dataFolder, origin });
    listener.open();
    const limitMs = settings.shutdownTimeoutSeconds * 1_000;
    return { port, stop: () => stopInOrder(listener, limitMs, () => app.close(), opened) };
  } catch (error) {
    await stopInOrder(listener, 0, async () => {}, database);
    throw error;
  }
}

async function startApp(
  parts: ServerParts & { listener: StartupListener; database: OpenDatabase },
): Promise<NestFastifyApplication> {
  const { settings, log, listener, database } = parts;
  const app = await createApp({
    settings,
    log,
    database: dataSourceOptions({
      url: database.url,
      poolSize: database.poolSize,
      oneSession: database.oneSession,
      replicaUrls: settings.databaseReplicaUrls ?? [],
    }),
    serverFactory: listener.attach,
  });
  await warmPool(app.get(DataSource), database.poolSize);
  return app;
}

async function stopInOrder(
  listener: StartupListener,
  limitMs: number,
  closeApp: () => Promise<void>,
  database: OpenDatabase | undefined,
): Promise<void> {
  await listener.close(limitMs);
  await closeApp();
  await database?.stop();
}

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyServerFactory, LogController } from 'fastify';
import type { DataSourceOptions } from 'typeorm';
import { AppModule } from './app.module.ts';
import type { Settings } from './config/settings.ts';
import { type Logger, NestLog } from './ops/log.ts';
import { logRequests } from './ops/request-log.ts';

export interface AppParts {
  settings: Settings;
  database: DataSourceOptions;
  log: Logger;
  /** Hands the application's handler to a server that listens already. */
  serverFactory?: FastifyServerFactory;
}

/** The whole application, ready to answer once its server listens. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { settings, database, log, serverFactory } = parts;
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustProxy,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    ...(serverFactory ? { serverFactory } : {}),
  });
  logRequests(adapter.getInstance(), log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(database), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyServerFactory, LogController } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.ts';
import { addConditionalAnswers } from './http/conditional-answers.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { validationPipe } from './http/validation.ts';
import { createLog, type Logger, NestLog } from './ops/log.ts';
import { addOpenApiRoutes } from './ops/openapi/openapi.routes.ts';
import { logRequests } from './ops/request-log.ts';
import { ChangeSequence } from './public/change-sequence.ts';
import { Clock } from './public/clock.ts';

const MINUTE_MS = 60_000;
const LARGEST_BODY_BYTES = 16 * 1024;

export interface ServerOptions {
  log: Logger;
  /** Which proxies may say how a visitor reached them. */
  trustProxy: boolean | string[];
  /** Lends a server that listens already, and takes the application's handler. */
  serverFactory: FastifyServerFactory;
}

/** The whole application over a database that is connected and migrated; not yet listening. */
export async function createApp(
  dataSource: DataSource,
  options?: ServerOptions,
): Promise<NestFastifyApplication> {
  const log = options?.log ?? createLog('error');
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY_BYTES,
    exposeHeadRoutes: true,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    ...(options && { trustProxy: options.trustProxy, serverFactory: options.serverFactory }),
  });
  logRequests(adapter.getInstance(), log);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(dataSource),
    adapter,
    { logger: new NestLog(log), abortOnError: false },
  );
  await setUpApp(app);
  return app;
}

/** What every instance has, the tests' too. */
export async function setUpApp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await addSecurityHeaders(app);
  app.enableCors({
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'Content-Language'],
    maxAge: 86_400,
  });
  addConditionalAnswers(fastify, {
    // Whether a place is open may change every minute.
    version: async () => {
      const minute = Math.floor(app.get(Clock).now().getTime() / MINUTE_MS);
      return `${await app.get(ChangeSequence).current()}/${minute}`;
    },
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter((error) => fastify.log.error(error)));
  addOpenApiRoutes(app);
}

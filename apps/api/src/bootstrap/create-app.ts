import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyServerFactory, type FastifyServerOptions, LogController } from 'fastify';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings.ts';
import { addEtagsAndCompression } from '../http/cache/etag.ts';
import { type Handler, ResponseCache } from '../http/cache/response-cache.ts';
import { addRepresentations } from '../http/negotiation/representation.ts';
import { ProblemFilter } from '../http/problems/problem.filter.ts';
import { validationPipe } from '../http/problems/validation.ts';
import { addSecurityHeaders } from '../http/security/security-headers.ts';
import { type Logger, NestLog } from '../ops/log.ts';
import { addOpenApiRoutes } from '../ops/openapi/openapi.routes.ts';
import { logRequest, logRequests } from '../ops/request-log.ts';
import { ChangeSequence } from '../public/shared/state/change-sequence.ts';
import { Clock } from '../public/shared/state/clock.ts';
import { openSite } from '../site/open-site.ts';
import { isPublicSiteResponse } from '../site/public-response.ts';
import { addStaticFiles } from '../site/static-files.ts';
import { openTiles } from '../tiles/open-tiles.ts';
import { AppModule } from './app.module.ts';

const MINUTE_MS = 60_000;
const MAX_BODY_BYTES = 16 * 1024;

export interface AppParts {
  settings: Settings;
  /** Connection options of a database that is already migrated. */
  database: DataSourceOptions;
  log: Logger;
  /** Passes the application's handler to a server that is already listening. */
  serverFactory?: FastifyServerFactory;
}

/** Creates the complete application, ready to handle requests once its server is listening. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { settings, database, log, serverFactory = createServer } = parts;
  const { publicUrl } = settings;
  const cache = new ResponseCache((request) => logRequest(log, request));
  let handler: Handler = () => {};
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustProxy,
    bodyLimit: MAX_BODY_BYTES,
    exposeHeadRoutes: true,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: (next: Handler, options: FastifyServerOptions) => {
      handler = cache.middleware(next);
      return serverFactory(handler, options);
    },
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  logRequests(adapter.getInstance(), log);
  // Opened first: an unusable tile file has to fail the start before anything else is open.
  const tiles = await openTiles({ settings, log, now: () => app.get(Clock).now().getTime() });
  const tileOffer = tiles?.offer ?? null;
  const site = await openSite({
    handler: (request, response) => handler(request, response),
    publicUrl,
    tileOffer,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register({ database, site, tiles }),
    adapter,
    { logger: new NestLog(log), abortOnError: false },
  );
  addPublicHttp(app, cache, publicUrl);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(
    new ProblemFilter((error) => log.error({ error: withoutValues(error) }, 'failure')),
  );
  await addOpenApiRoutes(app);
  if (site) await addStaticFiles(app, site.folder);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Adds what public reads need: representations, security headers, ETags, a cache and CORS. */
function addPublicHttp(
  app: NestFastifyApplication,
  cache: ResponseCache,
  publicUrl: string | undefined,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  addRepresentations(fastify);
  addSecurityHeaders(fastify);
  // Registered after the other headers, which are cached with the response.
  addEtagsAndCompression(fastify, {
    cache,
    isPublic: (url) =>
      url.startsWith('/v1/') || url === '/openapi.json' || isPublicSiteResponse(url, publicUrl),
  });
  const clock = app.get(Clock);
  const changes = app.get(ChangeSequence);
  cache.invalidateOn(() => {
    // Opening states can change every minute.
    const minute = Math.floor(clock.now().getTime() / MINUTE_MS);
    const current = changes.current();
    const versionAt = (sequence: number) => `${sequence}/${minute}`;
    return typeof current === 'number' ? versionAt(current) : current.then(versionAt);
  });
  app.enableCors({
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'Content-Language'],
    maxAge: 86_400,
  });
}

/** Copies an error without its query parameters, which may contain a visitor's position. */
function withoutValues(error: unknown): {
  name: string;
  message: string;
  stack: string | undefined;
} {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack };
}

import { createServer, type Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyServerFactory, LogController } from 'fastify';
import type { DataSourceOptions } from 'typeorm';
import type { IdentityOptions, ProviderOptions } from '#identity';
import { withStaleNotice } from '#site';
import { addConsoleFiles, consoleFiles } from '../admin/console/console-files.ts';
import { accountsSecret } from '../config/accounts-secret.ts';
import type { Settings } from '../config/settings.ts';
import { verificationDays } from '../config/verification-days.ts';
import { addEtagsAndCompression } from '../http/cache/etag.ts';
import type { Handler } from '../http/cache/in-process-request.ts';
import { type ReplayedRequest, ResponseCache } from '../http/cache/response-cache.ts';
import { addCrossOriginHeaders } from '../http/headers/cross-origin.ts';
import { addSecurityHeaders } from '../http/headers/security-headers.ts';
import { addRepresentations } from '../http/negotiation/representation.ts';
import { OutageLog } from '../http/problems/outage-log.ts';
import { ProblemFilter, refuseBeforeRouting } from '../http/problems/problem.filter.ts';
import { addValueChecks } from '../http/problems/readable-values.ts';
import { refuseUnreadable } from '../http/problems/unreadable-request.ts';
import { validationPipe } from '../http/problems/validation.ts';
import { addAllowedMethods } from '../http/routing/allowed-methods.ts';
import { addBodyLimits } from '../http/routing/body-limit.ts';
import { addPathRedirects } from '../http/routing/canonical-path.ts';
import { countViews } from '../http/routing/count-views.ts';
import { addLoadLimit } from '../http/routing/load-limit.ts';
import { normalizeRequest } from '../http/routing/normalize-request.ts';
import { Resources } from '../http/routing/resources.ts';
import { addAccountRequestChecks } from '../http/security/account-requests.ts';
import { ViewCounts } from '../http/views/view-counts.ts';
import { mailOptionsOf, type TestedJobs } from '../mail/mail-options.ts';
import { type Logger, NestLog } from '../ops/log.ts';
import { addOpenApiRoutes } from '../ops/openapi/openapi.routes.ts';
import { logRequest, logRequests } from '../ops/request-log.ts';
import { Clock } from '../public/shared/state/clock.ts';
import { openSite } from '../site/open-site.ts';
import { addStaticFiles } from '../site/static-files.ts';
import { openTiles } from '../tiles/open-tiles.ts';
import { AppModule } from './app.module.ts';
import { currentVersion } from './current-version.ts';

const MAX_BODY_BYTES = 16 * 1024;

export interface AppParts {
  settings: Settings;
  /** Connection options of a database that is already migrated. */
  database: DataSourceOptions;
  log: Logger;
  /** Passes the application's handler to a server that is already listening. */
  serverFactory?: FastifyServerFactory;
  /** What jobs run with; tests bring a clock. */
  jobs?: TestedJobs;
}

/** Creates the complete application, ready to handle requests once its server is listening. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const { settings, database, log, serverFactory = newServer } = parts;
  const { publicUrl } = settings;
  const views = new ViewCounts(settings.countViews === 'on');
  const cache = newCache(parts, views);
  let handler: Handler = () => {};
  const adapter = newAdapter({ settings, log }, (next, options) => {
    handler = normalizeRequest(cache.middleware(next));
    return serverFactory(handler, options);
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  logRequests(adapter.getInstance(), log);
  countViews(adapter.getInstance(), views);
  // Opened first: an unusable tile file has to fail the start before anything else is open.
  const tiles = await openTiles({ settings, log, now: () => app.get(Clock).now().getTime() });
  const site = await openSite({
    handler: (request, response) => handler(request, response),
    publicUrl,
    tileOffer: tiles?.offer ?? null,
  });
  const console = consoleFiles();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register({
      database,
      publicUrl,
      identity: identityOf(settings),
      mail: mailOptionsOf(settings, parts.jobs),
      site,
      console,
      tiles,
      verificationDays: verificationDays(settings),
      fourEyes: settings.fourEyes,
      views,
      remindersTimeZone: settings.reminders === 'on' ? settings.remindersTimeZone : null,
    }),
    adapter,
    { logger: new NestLog(log), abortOnError: false },
  );
  addPublicHttp(app, cache, parts);
  await addOpenApiRoutes(app);
  if (site) await addStaticFiles(app, site.folder);
  if (console) await addConsoleFiles(app, console);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** What it sends is logged and counted here: it does not pass through the framework. */
function newCache(
  { settings, log }: Pick<AppParts, 'settings' | 'log'>,
  views: ViewCounts,
): ResponseCache {
  const onReplay = ({ record, ...request }: ReplayedRequest) => {
    logRequest(log, request);
    if (record !== null) views.add(record);
  };
  return new ResponseCache(onReplay, {
    maxStaleMs: settings.maxStaleSeconds * 1_000,
    markStale: withStaleNotice,
  });
}

/** Without a public URL accounts are used at localhost alone. */
function identityOf(settings: Settings): IdentityOptions {
  const { origin } = new URL(settings.publicUrl ?? 'http://localhost');
  return { secret: accountsSecret(settings), origin, provider: providerOf(settings) };
}

function providerOf(settings: Settings): ProviderOptions | null {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings;
  if (!issuer || !clientId || !clientSecret) return null;
  const isSecondFactor = settings.oidcIsSecondFactor === 'on';
  return { issuer, clientId, clientSecret, label: settings.oidcLabel, isSecondFactor };
}

function newAdapter(
  { settings, log }: Pick<AppParts, 'settings' | 'log'>,
  serverFactory: FastifyServerFactory,
): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: settings.trustProxy,
    bodyLimit: MAX_BODY_BYTES,
    exposeHeadRoutes: true,
    frameworkErrors: refuseBeforeRouting,
    clientErrorHandler: refuseUnreadable,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory,
  });
}

/** A host is required by `normalizeRequest`, whose response says so. */
function newServer(handler: Handler): Server {
  return createServer({ requireHostHeader: false }, handler);
}

/**
 * Adds what public reads need: representations, security headers, ETags, a cache, CORS, problem
 * documents and a limit on what is in progress.
 */
function addPublicHttp(
  app: NestFastifyApplication,
  cache: ResponseCache,
  { settings, log }: Pick<AppParts, 'settings' | 'log'>,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const logFailure = (error: unknown) => log.error({ error: withoutValues(error) }, 'failure');
  const outages = new OutageLog(logFailure);
  const overload = new OutageLog((error) => log.warn({ error: withoutValues(error) }, 'overload'));
  const resources = new Resources(fastify);
  addBodyLimits(fastify);
  addPathRedirects(fastify, resources);
  addAllowedMethods(fastify, resources);
  addAccountRequestChecks(fastify, settings.publicUrl ?? null);
  addValueChecks(fastify);
  addCrossOriginHeaders(fastify);
  addLoadLimit(fastify, {
    max: settings.maxRequestsInProgress,
    cache,
    log: overload,
    hasClientConnections: settings.trustProxy === false,
  });
  cache.start(fastify, currentVersion(app, outages));
  addRepresentations(fastify);
  addSecurityHeaders(fastify);
  // Registered after the other headers, which are stored with the response.
  addEtagsAndCompression(fastify, cache);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logFailure, outages, overload));
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

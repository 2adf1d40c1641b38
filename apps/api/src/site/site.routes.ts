import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inject } from 'light-my-request';
import type { StreetsOffer } from '#contract';
import { PublishedPageRepository } from '#directory';
import {
  type ApiClient,
  chooseLanguage,
  isLanguage,
  type Language,
  languageTags,
  loadCatalogue,
  loadPage,
  type PageUrl,
  ProblemError,
  parsePageUrl,
  renderDocument,
  renderShell,
  type SiteAssets,
} from '#site';
import type { Handler } from '../http/cache/response-cache.ts';
import { addPreviews, isPreview } from './preview/preview.routes.ts';
import { originOf } from './public-origin.ts';
import { addQrCodes, isQrCode } from './qr.routes.ts';
import { siteAssets, siteFolder } from './site-files.ts';
import { addSitemap, isSitemap } from './sitemap.routes.ts';
import { structuredDataOf } from './structured-data.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const CHECK_AGAIN = 'public, max-age=0, must-revalidate';
const A_DAY = 'public, max-age=86400';
const HTML = 'text/html; charset=utf-8';
/** What is asked for by programs, even where it does not exist. */
const PROGRAMS = /^\/(v1|docs|health|assets|basemap|preview|tiles)(\/|$)/;

interface SiteParts {
  /** Answers every request of the application. */
  answer: Handler;
  publicUrl: string | undefined;
  /** What maps can draw streets from; null where there are none. */
  streets: StreetsOffer | null;
}

/** Serves the pages of apps/web, rendered here, and the files that they need, if they were built. */
export async function addSiteRoutes(
  app: NestFastifyApplication,
  { answer, publicUrl, streets }: SiteParts,
): Promise<void> {
  const folder = siteFolder();
  if (!folder) return;
  await Promise.all(languageTags.map(loadCatalogue));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const ask = askerOf(answer);
  addPages(fastify, ask, { assets: siteAssets(folder), publicUrl, streets });
  addPreviews(fastify, ask, folder);
  addQrCodes(fastify, publicUrl);
  addSitemap(fastify, { ask, publicUrl, published: app.get(PublishedPageRepository) });
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // The ETag says it too.
    lastModified: false,
    acceptRanges: false,
    globIgnore: ['manifest.json*'],
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', keepFor(path));
    },
  });
}

/**
 * True for the address of an answer of the site that is the same for everyone: a page in whatever
 * language, its picture, and where it does not depend on how it was asked for, its code and the sitemap.
 */
export function isSiteAnswer(url: string, publicUrl: string | undefined): boolean {
  if (isSitemap(url) || isQrCode(url)) return publicUrl !== undefined;
  return isPreview(url) || isLanguage(url.slice(1, url.indexOf('/', 1)));
}

function addPages(
  fastify: FastifyInstance,
  ask: ApiClient,
  { assets, publicUrl, streets }: Omit<SiteParts, 'answer'> & { assets: SiteAssets },
): void {
  const send = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = '/', query = ''] = request.url.split('?', 2);
    const page = await loadPage(parsePageUrl(path, query) as PageUrl, ask, streets);
    const origin = originOf(request, publicUrl);
    const structuredData = structuredDataOf(page, origin);
    const html = renderDocument(page, { assets, origin, structuredData });
    return await reply.status(page.status).type(HTML).send(html);
  };
  // A form without script: its answer is a page again.
  const tell = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      await ask('/v1/suggestions', { body: request.body });
      return await reply.redirect(request.url, 303);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const loaded = await loadPage(parsePageUrl(request.url, '') as PageUrl, ask);
      const failed = {
        ...loaded,
        status: error.status,
        data: { page: 'told', failed: true },
      } as const;
      const html = renderDocument(failed, { assets, origin: '', structuredData: null });
      return await reply
        .status(error.status)
        .type(HTML)
        .header('cache-control', 'no-store')
        .send(html);
    }
  };
  for (const language of languageTags) {
    fastify.get(`/${language}`, (_, reply) => reply.redirect(`/${language}/`, 308));
    fastify.get(`/${language}/offline`, (_, reply) =>
      reply.type(HTML).send(renderShell(language, assets)),
    );
    fastify.post(`/${language}/told`, tell);
    fastify.get(`/${language}/*`, send);
  }
  fastify.get('/*', async (request, reply) => {
    if (!isForReaders(request)) {
      reply.callNotFound();
      return reply;
    }
    const address = parsePageUrl(`/${readersLanguage(request)}/missing/page/`, '') as PageUrl;
    const page = await loadPage(address, ask);
    const html = renderDocument(page, { assets, origin: '', structuredData: null });
    return await reply.status(404).type(HTML).header('cache-control', 'no-store').send(html);
  });
  fastify.get('/', async (request, reply) => {
    const query = request.url.slice(1);
    const language = readersLanguage(request);
    return await reply
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .redirect(`/${language}/${query}`, 302);
  });
}

/** Whether a person looks for a page, and not a program for data. */
function isForReaders({ url, headers }: FastifyRequest): boolean {
  return !PROGRAMS.test(url) && String(headers.accept).includes('text/html');
}

function readersLanguage({ headers }: FastifyRequest): Language {
  return chooseLanguage(wantedLanguages(headers['accept-language']));
}

/** Asks our own API without going over the network. */
function askerOf(answer: Handler): ApiClient {
  return async <Answer>(url: string, { body: asked }: { body?: unknown } = {}): Promise<Answer> => {
    const { statusCode, payload } = await inject(answer, {
      url,
      headers: { accept: 'application/json' },
      ...(asked === undefined ? {} : { method: 'POST', payload: asked as object }),
    });
    const body = JSON.parse(payload);
    if (statusCode < 300) return body as Answer;
    throw new ProblemError(statusCode, body);
  };
}

/** The languages of an `Accept-Language` header, the most wanted first (RFC 9110, 12.5.4). */
function wantedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.split(';').map((piece) => piece.trim());
      return { tag: tag.toLowerCase(), quality: Number(quality.replace('q=', '')) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

// The names of built assets hold the hash of their content; a new worker must be seen at once.
function keepFor(path: string): string {
  if (path.includes(`${sep}assets${sep}`)) return FOREVER;
  return /sw\.js(\.\w+)?$/.test(path) ? CHECK_AGAIN : A_DAY;
}

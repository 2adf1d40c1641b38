import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type Ask,
  chooseLanguage,
  isLanguage,
  languageTags,
  loadCatalogue,
  loadPage,
  ProblemError,
  readSiteAddress,
  renderDocument,
  type SiteAddress,
  type SiteAssets,
} from '#site';
import { siteAssets, siteFolder } from './site-files.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const CHECK_AGAIN = 'public, max-age=0, must-revalidate';
const A_DAY = 'public, max-age=86400';
const HTML = 'text/html; charset=utf-8';

/** Serves the pages of apps/web, rendered here, and the files that they need, if they were built. */
export async function addSiteRoutes(app: NestFastifyApplication): Promise<void> {
  const folder = siteFolder();
  if (!folder) return;
  await Promise.all(languageTags.map(loadCatalogue));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  addPages(fastify, siteAssets(folder));
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['manifest.json*'],
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', keepFor(path));
    },
  });
}

/** True for the address of a page, in whatever language. */
export function isSitePage(url: string): boolean {
  return isLanguage(url.slice(1, url.indexOf('/', 1)));
}

function addPages(fastify: FastifyInstance, assets: SiteAssets): void {
  const ask = askerOf(fastify);
  const send = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = '/', query = ''] = request.url.split('?', 2);
    const page = await loadPage(readSiteAddress(path, query) as SiteAddress, ask);
    return await reply.status(page.status).type(HTML).send(renderDocument(page, assets));
  };
  for (const language of languageTags) {
    fastify.get(`/${language}`, (_, reply) => reply.redirect(`/${language}/`, 308));
    fastify.get(`/${language}/*`, send);
  }
  fastify.get('/', async (request, reply) => {
    const query = request.url.slice(1);
    const language = chooseLanguage(wantedLanguages(request.headers['accept-language']));
    return await reply
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .redirect(`/${language}/${query}`, 302);
  });
}

/** Asks our own API without going over the network. */
function askerOf(fastify: FastifyInstance): Ask {
  return async <Answer>(url: string): Promise<Answer> => {
    const { statusCode, payload } = await fastify.inject({
      url,
      headers: { accept: 'application/json' },
    });
    const answer = JSON.parse(payload);
    if (statusCode === 200) return answer as Answer;
    throw new ProblemError(statusCode, answer);
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

// The names of built assets hold the hash of their content.
function keepFor(path: string): string {
  if (path.includes(`${sep}assets${sep}`)) return FOREVER;
  return path.includes(`${sep}basemap${sep}`) ? A_DAY : CHECK_AGAIN;
}

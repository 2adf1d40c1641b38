import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOREVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'public, max-age=0, must-revalidate';
const ONE_DAY = 'public, max-age=86400';

/** Serves the static files of the built site. */
export async function addStaticFiles(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // The ETag suffices.
    lastModified: false,
    acceptRanges: false,
    globIgnore: ['manifest.json*'],
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', cacheControlOf(path));
    },
  });
}

// The names of built assets contain a content hash; a new service worker must be noticed at once.
function cacheControlOf(path: string): string {
  if (path.includes(`${sep}assets${sep}`)) return FOREVER;
  return /sw\.js(\.\w+)?$/.test(path) ? REVALIDATE : ONE_DAY;
}

import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOREVER = 'public, max-age=31536000, immutable';
const CHECK_AGAIN = 'public, max-age=0, must-revalidate';
const A_DAY = 'public, max-age=86400';

/** Serves the files that the pages need from the folder of the built site. */
export async function addStaticFiles(app: NestFastifyApplication, folder: string): Promise<void> {
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
      reply.setHeader('cache-control', cacheControlOf(path));
    },
  });
}

// The names of built assets hold the hash of their content; a new worker must be seen at once.
function cacheControlOf(path: string): string {
  if (path.includes(`${sep}assets${sep}`)) return FOREVER;
  return /sw\.js(\.\w+)?$/.test(path) ? CHECK_AGAIN : A_DAY;
}

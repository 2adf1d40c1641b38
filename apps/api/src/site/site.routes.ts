import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FOREVER = 'public, max-age=31536000, immutable';
const CHECK_AGAIN = 'public, max-age=0, must-revalidate';
const A_DAY = 'public, max-age=86400';

/** Serves the pages of apps/web as they were built, if they were. */
export async function addSiteRoutes(app: NestFastifyApplication): Promise<void> {
  const root = siteFolder();
  if (!root) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', keepFor(path));
    },
  });
}

// The names of built assets hold the hash of their content.
function keepFor(path: string): string {
  if (path.includes(`${sep}assets${sep}`)) return FOREVER;
  return path.includes(`${sep}basemap${sep}`) ? A_DAY : CHECK_AGAIN;
}

/** dist/apps/web of the project that this file belongs to, compiled or not; null when not built. */
function siteFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) return null;
    folder = dirname(folder);
  }
  const site = join(folder, 'dist/apps/web');
  return existsSync(join(site, 'index.html')) ? site : null;
}

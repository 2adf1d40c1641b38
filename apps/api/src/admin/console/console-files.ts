import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectFolder } from '../../config/project-folder.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** The token of `ConsoleFiles`. */
export const CONSOLE_FILES = Symbol('CONSOLE_FILES');

/** The built console. */
export interface ConsoleFiles {
  folder: string;
  /** Its one page. */
  page: string;
}

/** Reads the built console, dist/console of this project; null if it was not built. */
export function consoleFiles(): ConsoleFiles | null {
  const project = projectFolder();
  const folder = project && join(project, 'dist/console');
  if (!folder || !existsSync(join(folder, 'index.html'))) return null;
  return { folder, page: readFileSync(join(folder, 'index.html'), 'utf8') };
}

/** Serves the scripts and styles of the console, whose names contain a hash of their content. */
export async function addConsoleFiles(
  app: NestFastifyApplication,
  { folder }: ConsoleFiles,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/admin/assets/',
    decorateReply: false,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (reply) => {
      reply.setHeader('cache-control', FOREVER);
    },
  });
}

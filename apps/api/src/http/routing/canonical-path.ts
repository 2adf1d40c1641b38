import type { FastifyInstance } from 'fastify';
import type { Resources } from './resources.ts';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/**
 * Redirects paths with a slash too many at their end, or with an id in capital letters, to the path
 * that is in use.
 */
export function addPathRedirects(fastify: FastifyInstance, resources: Resources): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { url } = request;
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    const canonical = canonicalPath(path);
    if (canonical === path || !resources.find(canonical)) {
      done();
      return;
    }
    void reply.redirect(canonical + (end < 0 ? '' : url.slice(end)), 308);
  });
}

// The home page of a language ends with a slash: `/es/`.
function canonicalPath(path: string): string {
  const isTooLong = path.endsWith('/') && !/^\/([a-z]{2}\/)?$/.test(path);
  const trimmed = isTooLong ? path.replace(/\/+$/, '') : path;
  return trimmed.replace(UUID, (id) => id.toLowerCase());
}

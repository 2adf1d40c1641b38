import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';

export interface Route {
  method: string;
  /** `/v1/listings/:id` */
  path: string;
}

/** Starts an application, and tells every route of it, whoever has registered it. */
export async function startWithRoutes(): Promise<{ at: OwnTestApp; routes: Route[] }> {
  const routes: Route[] = [];
  const seen = new Set<FastifyInstance>();
  const { getInstance } = FastifyAdapter.prototype;
  const spy = vi.spyOn(FastifyAdapter.prototype, 'getInstance');
  spy.mockImplementation(function (this: FastifyAdapter) {
    const fastify = getInstance.call(this) as unknown as FastifyInstance;
    if (!seen.has(fastify)) {
      seen.add(fastify);
      fastify.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) routes.push({ method: one, path: url });
      });
    }
    return fastify as never;
  });
  try {
    const at = await startTestApp();
    return { at, routes: routes.filter(({ method }) => method !== 'HEAD') };
  } finally {
    spy.mockRestore();
  }
}

import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    maxBodyBytes?: number;
  }
}

/** Declares how large the body of a request to a handler may be, where that is more than usual. */
export function MaxBody(maxBodyBytes: number): MethodDecorator {
  return RouteConfig({ maxBodyBytes });
}

/** Gives routes the limits that they declare. Call it before they are added. */
export function addBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { maxBodyBytes } = route.config ?? {};
    if (maxBodyBytes !== undefined) route.bodyLimit = maxBodyBytes;
  });
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#identity';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `AdminGuard`. */
    actor?: Actor;
  }
}

/** The parameter of a handler that is who sent the request; only behind `AdminGuard`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<FastifyRequest>().actor;
});

import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../problems/problems.ts';
import { PUBLIC_URL } from './security.module.ts';

/**
 * Rejects what a page of another site sends. Older browsers do not say which site sent a request; our
 * pages send no referrer, so that their forms have the origin `null`. Programs send neither header.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(@Inject(PUBLIC_URL) private readonly publicUrl: string | null) {}

  /** @throws ForbiddenError for a page of another site */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { 'sec-fetch-site': site, origin } = request.headers;
    const isOurs = site === undefined ? this.isOurOrigin(origin, request) : site === 'same-origin';
    if (isOurs) return true;
    throw new ForbiddenError('Only pages of this site can send this.');
  }

  private isOurOrigin(origin: string | undefined, { host }: FastifyRequest): boolean {
    if (origin === undefined || origin === 'null' || origin === this.publicUrl) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}

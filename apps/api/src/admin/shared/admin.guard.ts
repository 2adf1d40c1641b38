import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokenRepository, type Actor } from '#identity';
import { ForbiddenError, UnauthorizedError } from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { REQUIREMENT, type Requirement } from './requires.decorator.ts';

/** Lets those in who may do what a route does; a route that does not say what it does is refused. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokenRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UnauthorizedError for one who is not signed in
   * @throws ForbiddenError for one who may not do this
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const needed = this.reflector.get<Requirement | undefined>(REQUIREMENT, context.getHandler());
    const actor = await this.actorOf(request);
    if (!actor) throw new UnauthorizedError('Sign in first.');
    if (!needed || !actor.ability.can(needed.action, needed.subject)) {
      throw new ForbiddenError('Your account may not do this.');
    }
    request.actor = actor;
    return true;
  }

  private async actorOf({ headers }: FastifyRequest): Promise<Actor | null> {
    const [scheme, token] = (headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
    return await this.tokens.actorOf(token, this.clock.now());
  }
}

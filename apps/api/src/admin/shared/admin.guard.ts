import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokenRepository, type Actor } from '#identity';
import {
  ForbiddenError,
  SecondFactorRequiredError,
  UnauthorizedError,
} from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { abilityOf } from '../sign-ins/ability-of.ts';
import { SignIns } from '../sign-ins/sign-ins.ts';
import { REQUIREMENT, type Requirement } from './requires.decorator.ts';

/** Lets those in who may do what a route does; a route that does not say what it does is refused. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokenRepository,
    private readonly signIns: SignIns,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UnauthorizedError for one who is not signed in
   * @throws SecondFactorRequiredError for one who signed in with too little
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

  /** The cookie of a request that has an access token does not count. */
  private async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return await this.signedIn(request);
    const [scheme, token] = authorization.split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
    return await this.tokens.actorOf(token, this.clock.now());
  }

  private async signedIn(request: FastifyRequest): Promise<Actor | null> {
    const signedIn = await this.signIns.of(request);
    if (!signedIn) return null;
    const ability = abilityOf(signedIn);
    if (!ability) {
      throw new SecondFactorRequiredError(
        'Sign in with a passkey, or with a code after a password.',
      );
    }
    const { id, name, role } = signedIn.account;
    return { id, name, role, ability };
  }
}

import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#identity';
import { UnauthorizedError } from '../../http/problems/problems.ts';
import { SignIns } from './sign-ins.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `SignedInGuard`. */
    signedIn?: SignedIn;
  }
}

/** Lets those in who are signed in, in whatever way, for what concerns their own account. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly signIns: SignIns) {}

  /** @throws UnauthorizedError for one who is not signed in */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.signIns.of(request);
    if (!signedIn) throw new UnauthorizedError('Sign in first.');
    request.signedIn = signedIn;
    return true;
  }
}

/** The parameter of a handler that is who is signed in; only behind `SignedInGuard`. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<FastifyRequest>().signedIn;
});

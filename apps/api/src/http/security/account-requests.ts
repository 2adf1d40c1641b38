import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../../config/value-formats.ts';
import {
  ForbiddenError,
  InsecureConnectionError,
  type ProblemError,
} from '../problems/problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The origin of ours that it was sent to; set for `/v1/admin` and `/v1/auth`. */
    ownOrigin?: string;
  }
}

// Of patterns of routes, because the same path can be written in several ways.
const OF_ACCOUNTS = /^\/v1\/(admin|auth)(\/|$)/;
const OF_SCRIPTS = /^\/v1\/admin(\/|$)/;
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests of accounts that pages of other sites may have sent, or that can be overheard.
 * Browsers say which site sent a request, older ones its origin; neither is `null` on our own pages.
 */
export function addAccountRequestChecks(fastify: FastifyInstance, publicUrl: string | null): void {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(OF_ACCOUNTS.test(patternOf(request)) ? faultOf(request, publicOrigin) : undefined);
  });
}

function faultOf(request: FastifyRequest, publicOrigin: string | null): ProblemError | undefined {
  const origin = ownOriginOf(request, publicOrigin);
  if (origin === null) {
    return new InsecureConnectionError(
      'Browsers send the cookie of those who are signed in over HTTPS alone, or at http://localhost. Use the https address of this site. Behind a proxy, set PUBLIC_URL, and TRUST_PROXY if the proxy changes the host.',
    );
  }
  request.ownOrigin = origin;
  if (SAFE_METHODS.includes(request.method) || isOfScript(request)) return undefined;
  if (isOwnRequest(request, [origin, publicOrigin])) return undefined;
  return new ForbiddenError('Only pages of this site can send this.');
}

/** Returns the origin that a request was sent to; null: others can overhear it. */
function ownOriginOf(request: FastifyRequest, publicOrigin: string | null): string | null {
  const { protocol, host, hostname } = request;
  const isPublic = publicOrigin !== null && new URL(publicOrigin).host === host;
  if (isPublic && publicOrigin.startsWith('https:')) return publicOrigin;
  if (protocol === 'https' || isLoopback(hostname)) return `${protocol}://${host}`;
  return null;
}

/** A page of another site cannot send this header, and no cookie counts beside it. */
function isOfScript(request: FastifyRequest): boolean {
  const { authorization = '' } = request.headers;
  return OF_SCRIPTS.test(patternOf(request)) && /^bearer /i.test(authorization);
}

function patternOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? '';
}

function isOwnRequest({ headers }: FastifyRequest, own: (string | null)[]): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  if (site !== undefined) return site === 'same-origin';
  return origin !== undefined && own.includes(origin);
}

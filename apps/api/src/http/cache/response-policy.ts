import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** `Cache-Control` of what nobody may store. */
export const NEVER_STORE = 'private, no-store';

/** Who may read and store the responses of a route. */
export interface ResponsePolicy {
  /** Scripts of every site may read them (CORS, without credentials). */
  crossOrigin: boolean;
  /** Everyone gets the same response, so that every cache may store it. */
  stored: boolean;
  /**
   * The query parameters that the response depends on; all others are ignored. Without it the route
   * itself rejects those that it does not know.
   */
  parameters?: readonly string[];
  /** Query parameters of a visitor's position: a response to one of them is never stored. */
  positionParameters?: readonly string[];
  /** Whether a response that was stored also changes with time, as opening states do. */
  changesWithTime?: boolean;
  /** Whether it is sent far more often than it is generated, which makes thorough compression pay. */
  sentToEveryone?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    responses?: ResponsePolicy;
  }
}

type Details = Omit<ResponsePolicy, 'crossOrigin' | 'stored'>;

/** The policy of data that every site may read and every cache may store. */
export function publicData(details: Details = {}): { responses: ResponsePolicy } {
  return { responses: { crossOrigin: true, stored: true, changesWithTime: true, ...details } };
}

/** The policy of pages and images of the site: every cache may store them. */
export function publicPage(details: Details = {}): { responses: ResponsePolicy } {
  return { responses: { crossOrigin: false, stored: true, changesWithTime: true, ...details } };
}

/** Declares that every site may read the responses of a handler and every cache may store them. */
export function PublicData(details: Details = {}): MethodDecorator {
  return RouteConfig(publicData(details));
}

/** Declares that every cache may store the responses of a handler. */
export function PublicPage(details: Details = {}): MethodDecorator {
  return RouteConfig(publicPage(details));
}

/** Declares that every site may read the responses of a handler, which nobody may store. */
export function CrossOriginRead(): MethodDecorator {
  return RouteConfig({ responses: { crossOrigin: true, stored: false } });
}

/** Returns the policy of the route of a request; null: private, and never stored. */
export function policyOf(request: FastifyRequest): ResponsePolicy | null {
  return request.routeOptions.config.responses ?? null;
}

/**
 * Whether the response to a request may be stored: its route says so, it is a read without
 * credentials, and it has no position.
 */
export function mayBeStored(request: FastifyRequest): boolean {
  const policy = policyOf(request);
  if (!policy?.stored || !isAnonymousRead(request)) return false;
  const query = request.query as object;
  return !policy.positionParameters?.some((name) => name in query);
}

/** Whether a request only reads and carries no credentials. */
export function isAnonymousRead({
  method,
  headers,
}: {
  method?: string | undefined;
  headers: { authorization?: string | undefined; cookie?: string | undefined };
}): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && headers.authorization === undefined && headers.cookie === undefined;
}

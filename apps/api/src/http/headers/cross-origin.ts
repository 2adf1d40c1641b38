import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ResponsePolicy } from '../cache/response-policy.ts';
import { policyOf } from '../cache/response-policy.ts';

const EXPOSED_HEADERS = 'Age, ETag, Link, Retry-After, Content-Language';
const ONE_DAY_SECONDS = '86400';

/**
 * Lets the scripts of every site read the responses of routes whose policy allows it, without
 * credentials (https://fetch.spec.whatwg.org/#http-cors-protocol).
 */
export function addCrossOriginHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (policyOf(request)?.crossOrigin) allowEveryOrigin(reply);
    done();
  });
}

/** Adds what a browser asks about a route before it sends a request that needs permission. */
export function addPreflightHeaders(
  reply: FastifyReply,
  policy: ResponsePolicy | undefined,
  methods: string,
): void {
  if (!policy?.crossOrigin) return;
  allowEveryOrigin(reply);
  reply.headers({
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'Accept, Content-Type, If-None-Match',
    'access-control-max-age': ONE_DAY_SECONDS,
  });
}

function allowEveryOrigin(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': EXPOSED_HEADERS,
  });
}

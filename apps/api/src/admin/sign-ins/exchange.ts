import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AuthClient, SESSION_COOKIE } from '#identity';

/** What signing in reads of a request, and writes to its response. */
export interface Exchange {
  client: AuthClient;
  /** The address of the client, which is not stored. */
  ip: string;
  setCookies(cookies: string[]): void;
}

/** The parameter of a handler that reads and sets cookies. */
export const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const reply = http.getResponse<FastifyReply>();
  return {
    client: clientOf(request),
    ip: request.ip,
    setCookies: (cookies) => {
      for (const cookie of cookies) void reply.header('set-cookie', cookie);
    },
  } satisfies Exchange;
});

export function clientOf({ ownOrigin = '', headers }: FastifyRequest): AuthClient {
  return { origin: ownOrigin, cookie: headers.cookie, userAgent: headers['user-agent'] };
}

/** The same exchange without the cookie of a session. */
export function signedOut(exchange: Exchange): Exchange {
  return { ...exchange, client: withoutSession(exchange.client) };
}

function withoutSession(client: AuthClient): AuthClient {
  const kept = client.cookie?.split(/; */).filter((pair) => !pair.startsWith(`${SESSION_COOKIE}=`));
  return { ...client, cookie: kept?.join('; ') || undefined };
}

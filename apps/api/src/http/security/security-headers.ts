import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

const always = {
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  strictTransportSecurity: { maxAge: 31_536_000 },
  // For browsers and plugins that nobody has any more.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} satisfies HelmetOptions;

const SERVICE_WORKER = '/sw.js';
/** What says nothing of a script, a style or a map: the page that asks for it has said it already. */
const NOT_FOR_FILES = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
];

/**
 * Pages load from our own origin only and tell nobody where a reader came from. Plain HTTP stays
 * possible, because a shelter's own server may have no certificate. Data and files get the short list
 * that OWASP gives for REST services, so that a small answer stays small.
 */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  const forPages = headersOfHelmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    ...always,
  });
  const forData = headersOfHelmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: false,
    ...always,
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(setsLimits(request, reply) ? forPages : forData);
    if (isPageFile(request.url)) {
      for (const name of NOT_FOR_FILES) reply.removeHeader(name);
    }
    done(null, payload);
  });
}

/** Files that our own pages alone ask for, and no browser shows by themselves. */
function isPageFile(url: string): boolean {
  return /^\/(assets|basemap)\//.test(url);
}

/** Whether a browser takes the limits of what runs from this answer: pages and service workers. */
function setsLimits(request: FastifyRequest, reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type'));
  return type.startsWith('text/html') || request.url === SERVICE_WORKER;
}

// They are the same with every answer, so Helmet is asked for them once.
function headersOfHelmet(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => {},
  };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}

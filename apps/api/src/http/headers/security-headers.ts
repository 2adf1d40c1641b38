import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { PAGE_MARKER } from '#site';

const always = {
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  strictTransportSecurity: { maxAge: 31_536_000 },
  // These headers concern obsolete browsers and plugins only.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} satisfies HelmetOptions;

const SERVICE_WORKER = '/sw.js';
/**
 * Headers that are redundant on scripts, styles and maps, because the page has already set them.
 */
const PAGE_ONLY_HEADERS = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
];

/** The features of a browser that a page may use: its own question for the visitor's position. */
const PERMISSIONS =
  'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()';

/** What pages load: from our own origin alone. */
const PAGE_SOURCES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const PAGE_HEADERS = pageHeaders({ ...PAGE_SOURCES, 'style-src-attr': ["'unsafe-inline'"] });
const CONSOLE_HEADERS = pageHeaders(PAGE_SOURCES);

/** The security headers of data and files. */
export const DATA_HEADERS = helmetHeaders({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xFrameOptions: false,
  ...always,
});

/**
 * Pages load from our own origin only and send no referrer. Plain HTTP remains possible, because a
 * shelter's own server may have no certificate. Data and files get the short list that OWASP
 * recommends for REST services, so that a small response stays small.
 */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(setsPolicy(request, reply) ? pageHeadersOf(request) : DATA_HEADERS);
    if (isPageFile(request.url)) {
      for (const name of PAGE_ONLY_HEADERS) reply.removeHeader(name);
    }
    done(null, payload);
  });
}

function pageHeadersOf({ url }: FastifyRequest): Record<string, string> {
  return /^\/admin(\/|\?|$)/.test(url) ? CONSOLE_HEADERS : PAGE_HEADERS;
}

/** Whether a URL is a file that only our own pages request and no browser shows on its own. */
function isPageFile(url: string): boolean {
  return /^\/(assets|basemap|admin\/assets)\//.test(url);
}

/**
 * Whether the browser takes the policy for scripts from this response: pages and service workers.
 */
function setsPolicy(request: FastifyRequest, reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type'));
  return type.startsWith('text/html') || request.url === SERVICE_WORKER;
}

function pageHeaders(directives: Record<string, string[]>): Record<string, string> {
  return {
    ...helmetHeaders({
      contentSecurityPolicy: { useDefaults: false, directives },
      xFrameOptions: { action: 'deny' },
      ...always,
    }),
    'permissions-policy': PERMISSIONS,
    [PAGE_MARKER]: '1',
  };
}

// The headers are the same for every response, so Helmet generates them once.
function helmetHeaders(options: HelmetOptions): Record<string, string> {
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

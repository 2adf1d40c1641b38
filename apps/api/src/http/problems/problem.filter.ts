import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#contract';
import { isDatabaseUnavailable } from '#database';
import { DATA_HEADERS } from '../headers/security-headers.ts';
import { QueueFullError } from '../queue/bounded-queue.ts';
import { redirectUrl } from './moved.ts';
import type { OutageLog } from './outage-log.ts';
import { TYPE_BASE } from './plain-problem.ts';
import { OverloadedError, ProblemError, UnavailableError } from './problems.ts';

const RETRY_AFTER_SECONDS: Record<number, number> = { 429: 3600, 503: 5 };

const titles: Record<number, [code: string, title: string]> = {
  400: ['invalid-request', 'The request cannot be read'],
  404: ['not-found', 'Nothing is here'],
  413: ['too-large', 'The request is too large'],
  414: ['too-large', 'The address is too long'],
  415: ['unsupported-media-type', 'Send JSON'],
};

/**
 * Turns every failure into a problem+json response without SQL or stack traces, and what has moved
 * into a redirect.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /**
   * @param report logs a failure
   * @param outages logs outages of the database
   * @param overload logs that requests are refused
   */
  constructor(
    private readonly report: (error: unknown) => void,
    private readonly outages: OutageLog,
    private readonly overload: OutageLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const url = redirectUrl(error, request);
    if (url !== null) {
      void reply.removeHeader('content-type').redirect(url, 308);
      return;
    }
    const problem = toProblem(error, request.url);
    if (problem.status >= 500) this.log(error, problem);
    sendProblem(reply, problem, error instanceof ProblemError ? error.retryAfter : null);
  }

  private log(error: unknown, { status }: Problem): void {
    if (error instanceof UnavailableError && error.isLogged) return;
    if (error instanceof QueueFullError) this.overload.report(error);
    else if (status === 503) this.outages.report((error as Error).cause ?? error);
    else this.report(error);
  }
}

/**
 * Answers a request that the framework refuses before it has a route, and so before its hooks: one
 * whose path is not valid UTF-8.
 */
export function refuseBeforeRouting(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.headers(DATA_HEADERS);
  sendProblem(reply, toProblem(error, request.url));
}

/** Sends a problem document that must not be cached. */
function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  retryAfter: number | null = null,
): void {
  const wait = retryAfter ?? RETRY_AFTER_SECONDS[problem.status];
  if (wait) reply.header('retry-after', String(wait));
  // Of the response that could not be sent, where it fails as late as that.
  reply.removeHeader('link');
  void reply
    .serializer(String)
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(JSON.stringify(problem));
}

/** @param url of the request; its query is left out of the document */
function toProblem(error: unknown, url: string): Problem {
  const instance = url.split('?', 1)[0] ?? '/';
  if (isDatabaseUnavailable(error)) {
    return toProblem(new UnavailableError('The database cannot be reached.'), url);
  }
  if (error instanceof QueueFullError) return toProblem(new OverloadedError(), url);
  if (error instanceof ProblemError) {
    const { status, code, title, message: detail, fields, current } = error;
    return {
      ...{ type: TYPE_BASE + code, title, status, detail, instance },
      ...(fields.length > 0 ? { errors: fields } : {}),
      ...(current === undefined ? {} : { current }),
    };
  }
  const status = clientStatus(error) ?? 500;
  const [code, title] = titles[status] ?? ['internal', 'Something went wrong here'];
  return { type: TYPE_BASE + code, title, status, detail: detailOf(error, status), instance };
}

function clientStatus(error: unknown): number | null {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function detailOf(error: unknown, status: number): string {
  if (status === 404) return 'There is no such address. /openapi.json lists those there are.';
  if (status >= 500) return 'The fault is ours and has been noted. Try again in a moment.';
  return error instanceof Error ? error.message : 'The request cannot be read.';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../cache/in-process-request.ts';
import { sendProblem } from '../problems/plain-problem.ts';

/**
 * Brings requests into the form that all others expect before anything reads them: the absolute form
 * of a URL becomes the origin form, and a request without exactly one host is refused (RFC 9112,
 * 3.2).
 */
export function normalizeRequest(next: Handler): Handler {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/' } = request;
    if (!url.startsWith('/') && URL.canParse(url)) {
      const { pathname, search } = new URL(url);
      request.url = pathname + search;
    }
    if (request.httpVersion === '1.1' && countHosts(request.rawHeaders) !== 1) {
      sendProblem(response, {
        code: 'invalid-request',
        title: 'The request cannot be read',
        status: 400,
        detail: 'Send exactly one Host header.',
      });
      return;
    }
    next(request, response);
  };
}

/** @param headers names and values in turn */
function countHosts(headers: string[]): number {
  let count = 0;
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') count++;
  }
  return count;
}

import type { ServerResponse } from 'node:http';
import type { Problem } from '#contract';

const RETRY_AFTER_SECONDS = '5';

/** Sends 503 with a problem document without the framework, which may not have started yet. */
export function sendNotReady(response: ServerResponse, path: string, detail: string): void {
  const problem: Problem = {
    type: 'about:blank',
    title: 'Not ready',
    status: 503,
    detail,
    instance: path,
  };
  response.writeHead(503, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': RETRY_AFTER_SECONDS,
  });
  response.end(JSON.stringify(problem));
}

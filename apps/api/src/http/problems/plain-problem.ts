import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '#contract';
import { DATA_HEADERS } from '../headers/security-headers.ts';

export const TYPE_BASE = '/docs/problems#';

/** A problem that is sent without the framework. */
export interface PlainProblem {
  /** The last part of the problem's `type`. */
  code: string;
  title: string;
  status: number;
  detail: string;
  /** The path of the request, where it is known. */
  path?: string;
}

/** Sends a problem document where the framework has not started, or must not see the request. */
export function sendProblem(
  response: ServerResponse,
  problem: PlainProblem,
  headers: Record<string, string> = {},
): void {
  response.writeHead(problem.status, { ...headersOf(problem), ...headers });
  response.end(bodyOf(problem));
}

/** Sends a problem document to a client whose request is not even HTTP, and hangs up. */
export function writeProblem(socket: Duplex, problem: PlainProblem): void {
  const headers = { ...headersOf(problem), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${bodyOf(problem)}`,
  );
}

function headersOf(problem: PlainProblem): Record<string, string> {
  return {
    ...DATA_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(bodyOf(problem))),
    'cache-control': 'private, no-store',
  };
}

function bodyOf({ code, title, status, detail, path }: PlainProblem): string {
  const problem: Problem = { type: TYPE_BASE + code, title, status, detail, instance: path ?? '/' };
  return JSON.stringify(problem);
}

import type { Socket } from 'node:net';
import { type PlainProblem, writeProblem } from './plain-problem.ts';

const UNREADABLE: PlainProblem = {
  code: 'invalid-request',
  title: 'The request cannot be read',
  status: 400,
  detail: 'This is not a request that HTTP/1.1 knows.',
};

const problems: Record<string, PlainProblem> = {
  HPE_HEADER_OVERFLOW: {
    code: 'too-large',
    title: 'The headers are too long',
    status: 431,
    detail: 'The address and the headers may have 16 kB together.',
  },
  HPE_INVALID_METHOD: { ...UNREADABLE, detail: 'There is no such method.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: 'timeout',
    title: 'The request took too long',
    status: 408,
    detail: 'The whole request did not arrive in time.',
  },
};

/** Answers what Node.js cannot parse as HTTP. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  writeProblem(socket, problems[error.code ?? ''] ?? UNREADABLE);
}

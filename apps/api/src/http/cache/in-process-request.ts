import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const inProcess = new WeakSet<IncomingMessage>();

/** Marks the requests that a handler gets as ours: pages are made of them. */
export function markInProcess(next: Handler): Handler {
  return (request, response) => {
    inProcess.add(request);
    next(request, response);
  };
}

/**
 * Whether this process sends a request itself, as part of another one. It gets no stale response,
 * because what is made of it would not say so, and is not refused where the other one was not.
 */
export function isInProcess(request: IncomingMessage): boolean {
  return inProcess.has(request);
}

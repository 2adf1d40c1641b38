import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../config/start-error.ts';
import { sendNotReady } from '../http/problems/not-ready.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const HEADERS_LIMIT_MS = 20_000;
const REQUEST_LIMIT_MS = 60_000;
// Longer than the idle time of the usual proxies, so that they and not we hang up first.
const KEEP_ALIVE_MS = 72_000;

/** Listens from the first moment: says "not yet" until the application takes over. */
export class StartupListener {
  private application: Handler | undefined;
  private isOpen = false;
  private readonly unanswered = new Set<ServerResponse>();
  private onAllAnswered = (): void => {};
  private readonly server: Server;

  constructor() {
    const limits = {
      headersTimeout: HEADERS_LIMIT_MS,
      requestTimeout: REQUEST_LIMIT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    };
    this.server = createServer(limits, (request, response) => this.receive(request, response));
  }

  /**
   * @returns the port, which is another than asked for when that was 0
   * @throws {StartError} when the port is busy or not allowed
   */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => reject(explain(error, port, host)));
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** For Fastify's `serverFactory`: takes the application's handler, and lends the server. */
  readonly attach = (handler: Handler): Server => {
    this.application = handler;
    return this.server;
  };

  /** From now on the application answers. */
  open(): void {
    this.isOpen = true;
  }

  /** Takes no more requests and waits until those that run are answered, at most `limitMs`. */
  async close(limitMs: number): Promise<void> {
    for (const response of this.unanswered) hangUpAfter(response);
    this.server.close();
    let limit: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      limit = setTimeout(resolve, limitMs);
      this.onAllAnswered = resolve;
      if (this.unanswered.size === 0) resolve();
    });
    clearTimeout(limit);
    this.server.closeAllConnections();
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    this.unanswered.add(response);
    response.once('close', () => {
      this.unanswered.delete(response);
      if (this.unanswered.size === 0) this.onAllAnswered();
    });
    if (!this.server.listening) hangUpAfter(response);
    if (this.isOpen && this.application) this.application(request, response);
    else answerWhileStarting(request, response);
  }
}

function hangUpAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function answerWhileStarting(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  request.resume();
  if (path === '/health/live') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
  } else {
    sendNotReady(response, path, 'The server is starting; ask again in a moment.');
  }
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program: stop it, or choose another port with PORT.`,
    EACCES: `This user may not listen on port ${port}: choose a port above 1023 with PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: correct HOST.`,
    ENOTFOUND: `The host name ${host} is unknown: correct HOST.`,
  };
  const reason = reasons[error.code ?? ''];
  return reason ? new StartError(reason) : error;
}

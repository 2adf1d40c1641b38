import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../config/start-error.ts';
import { sendNotReady } from '../http/problems/not-ready.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const HEADERS_LIMIT_MS = 20_000;
const REQUEST_LIMIT_MS = 60_000;
// Longer than the idle timeout of common proxies, so that the proxy closes the connection first.
const KEEP_ALIVE_MS = 72_000;

/** Listens as soon as the process starts; responds 503 until the application takes over. */
export class StartupListener {
  private application: Handler | undefined;
  private isOpen = false;
  private readonly pending = new Set<ServerResponse>();
  private onIdle = (): void => {};
  private readonly server: Server;

  constructor() {
    const limits = {
      headersTimeout: HEADERS_LIMIT_MS,
      requestTimeout: REQUEST_LIMIT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The application refuses a request without a host, and says so.
      requireHostHeader: false,
    };
    this.server = createServer(limits, (request, response) => this.receive(request, response));
  }

  /**
   * @returns the port, which is chosen by the system if 0 was requested
   * @throws {StartError} when the port is in use or not permitted
   */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => reject(explain(error, port, host)));
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** For Fastify's `serverFactory`: registers the application's handler and returns the server. */
  readonly attach = (handler: Handler): Server => {
    this.application = handler;
    return this.server;
  };

  /** Routes requests to the application from now on. */
  open(): void {
    this.isOpen = true;
  }

  /** Stops accepting requests and waits at most `limitMs` for the running ones to finish. */
  async close(limitMs: number): Promise<void> {
    for (const response of this.pending) closeConnectionAfter(response);
    this.server.close();
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
      this.onIdle = resolve;
      if (this.pending.size === 0) resolve();
    });
    clearTimeout(timer);
    this.server.closeAllConnections();
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    this.pending.add(response);
    response.once('close', () => {
      this.pending.delete(response);
      if (this.pending.size === 0) this.onIdle();
    });
    if (!this.server.listening) closeConnectionAfter(response);
    if (this.isOpen && this.application) this.application(request, response);
    else respondWhileStarting(request, response);
  }
}

function closeConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function respondWhileStarting(request: IncomingMessage, response: ServerResponse): void {
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

import { EventEmitter, once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request. */
export type NetworkBehavior =
  | 'healthy'
  /** Nothing comes back until it is released. */
  | 'silent'
  /** The first bytes come back, and the others when they are released. */
  | 'unfinished'
  | 'resetting'
  | 'bad gateway'
  /** Every request is led to another site, on which its visitors sign in. */
  | 'redirecting portal'
  /** Every request is responded to with a page for signing in. */
  | 'portal';

/** A way to a server on which a test decides what comes back, and when. */
export interface UnreliableProxy {
  address: string;
  /** Of the requests from now on. */
  become(behavior: NetworkBehavior): void;
  /** Resolves when a request to a path is held back. */
  untilHeld(path: string): Promise<void>;
  /** Lets everything go that is held back. */
  release(): void;
  /** Ends the connections of everything that is held back. */
  dropHeld(): void;
  close(): void;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const SIGN_IN = '<!doctype html><html lang="en"><title>Hotel</title><h1>Welcome to the hotel</h1>';

/** @param target `http://localhost:41234` */
export async function unreliableProxy(target: string): Promise<UnreliableProxy> {
  let behavior: NetworkBehavior = 'healthy';
  const held = new EventEmitter().setMaxListeners(0);
  const heldPaths = new Set<string>();
  const hold = async (path: string): Promise<void> => {
    heldPaths.add(path);
    held.emit('held');
    await once(held, 'release');
  };
  const behaviors: Record<NetworkBehavior, (exchange: Exchange) => unknown> = {
    healthy: (exchange) => forward(target, exchange),
    silent: async (exchange) => {
      held.once('drop', () => exchange.request.socket.destroy());
      await hold(pathOf(exchange));
      forward(target, exchange);
    },
    unfinished: (exchange) => forward(target, exchange, () => hold(pathOf(exchange))),
    resetting: ({ request }) => request.socket.destroy(),
    'bad gateway': ({ response }) => sendHtml(response, 502, '<h1>502 Bad Gateway</h1>'),
    'redirecting portal': ({ response }) =>
      response.writeHead(302, { location: 'http://portal.invalid/' }).end(),
    portal: ({ response }) => sendHtml(response, 200, SIGN_IN),
  };
  const proxy = createServer((request, response) => behaviors[behavior]({ request, response }));
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    address: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    become: (next) => {
      behavior = next;
    },
    untilHeld: async (path) => {
      while (!heldPaths.has(path)) await once(held, 'held');
    },
    release: () => {
      heldPaths.clear();
      held.emit('release');
    },
    dropHeld: () => {
      held.emit('drop');
    },
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

const pathOf = ({ request }: Exchange): string => String(request.url).split('?')[0] as string;

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(html);
}

/** @param pause between the first bytes and the others */
function forward(
  target: string,
  { request, response }: Exchange,
  pause: () => Promise<void> = async () => {},
): void {
  const { method = 'GET', headers, url } = request;
  const passed = sendRequest(new URL(String(url), target), { method, headers }, async (answer) => {
    response.writeHead(Number(answer.statusCode), answer.headers);
    response.flushHeaders();
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part);
    const body = Buffer.concat(parts);
    response.write(body.subarray(0, 1));
    await pause();
    response.end(body.subarray(1));
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}

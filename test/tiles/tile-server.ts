import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Resvg } from '@resvg/resvg-js';

export interface TileServer {
  /** As STREETS_URL wants it. */
  url: string;
  /** Every request that came, the oldest first. */
  asked: IncomingMessage[];
  /** From now on answers in this way. */
  behave(listener: RequestListener): void;
  stop(): Promise<void>;
}

/** A picture of a tile's size, all of one colour. */
export function aPicture(colour = '#a0522d'): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="${colour}"/></svg>`;
  return Buffer.from(new Resvg(svg).render().asPng());
}

/** Answers with a picture. */
export function withPicture(headers: Record<string, string> = {}, bytes = aPicture()) {
  const listener: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', ...headers }).end(bytes);
  };
  return listener;
}

/** A provider of tiles on loopback, which gives a picture for everything until told otherwise. */
export async function startTileServer(): Promise<TileServer> {
  let listener = withPicture();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/{z}/{x}/{y}.png?key=geheim`,
    asked,
    behave: (next) => {
      listener = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

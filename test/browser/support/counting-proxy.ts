import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A way to a server that counts what comes back on it. */
export interface CountingProxy {
  address: string;
  /** Every byte that was received so far, headers and all. */
  received(): number;
  close(): void;
}

/** @param target `http://localhost:41234` */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  let received = 0;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    server.on('data', (part) => {
      received += part.length;
    });
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    client.on('error', end).on('close', end).pipe(server);
    server.on('error', end).on('close', end).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  return { address, received: () => received, close: () => proxy.close() };
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

type Failure = 'none' | 'silent' | 'cut' | { code: string; message: string };

/** Stands between an application and its database, and fails in the ways that a database can. */
export interface DatabaseProxy {
  /** The address of the database through the proxy. */
  url: string;
  /** Nothing listens any more, and what was connected is not. */
  refuse(): Promise<void>;
  /** Every connection breaks in the middle of an answer. */
  cut(): void;
  /** Accepts everything and answers nothing, as a frozen server does. */
  silence(): void;
  /** Ends every connection, and each new one, with an error of PostgreSQL. */
  fail(code: string, message: string): void;
  /** Passes everything on again, also what has come since it is silent. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabaseProxy(target: string): Promise<DatabaseProxy> {
  const to = new URL(target);
  let failure: Failure = 'none';
  const pairs = new Map<Socket, Socket>();
  const accept = (client: Socket): void => {
    client.on('error', () => {});
    if (typeof failure === 'object') {
      endWith(client, failure);
      return;
    }
    const server = connect(Number(to.port), to.hostname);
    pairs.set(client, server);
    server.on('error', () => {});
    server.on('close', () => client.destroy());
    client.on('close', () => {
      pairs.delete(client);
      server.destroy();
    });
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      if (failure === 'cut')
        client.write(bytes.subarray(0, bytes.length / 2), () => client.destroy());
      else client.write(bytes);
    });
    if (failure === 'silent') client.pause();
  };
  const listen = async (port: number): Promise<Server> => {
    const listening = createServer(accept).listen(port, '127.0.0.1');
    await once(listening, 'listening');
    return listening;
  };
  let proxy = await listen(0);
  const { port } = proxy.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const client of pairs.keys()) client.destroy();
    if (!proxy.listening) return;
    proxy.close();
    await once(proxy, 'close');
  };
  return {
    url: Object.assign(new URL(target), { host: `127.0.0.1:${port}` }).href,
    refuse: close,
    cut: () => {
      failure = 'cut';
    },
    silence: () => {
      failure = 'silent';
      for (const client of pairs.keys()) client.pause();
    },
    fail: (code, message) => {
      failure = { code, message };
      for (const client of pairs.keys()) endWith(client, failure);
    },
    mend: async () => {
      failure = 'none';
      for (const client of pairs.keys()) client.resume();
      if (!proxy.listening) proxy = await listen(port);
    },
    stop: close,
  };
}

/** Sends an `ErrorResponse` of protocol 3.0, and hangs up. */
function endWith(client: Socket, { code, message }: { code: string; message: string }): void {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`;
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(Buffer.byteLength(fields) + 4, 1);
  // What it has sent is read, or else it would be reset before it has read this.
  client.resume();
  client.end(Buffer.concat([head, Buffer.from(fields)]));
}

import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import type { EngineSession } from './engine-session.ts';
import { TurnQueue } from './turn-queue.ts';
import { WireReader, type WireRequest } from './wire-reader.ts';

const MAX_CLIENTS = 100;
const NO_ENCRYPTION = 'N';

interface Client {
  socket: Socket;
  reader: WireReader;
}

/** The engine's own work is queued like that of a client. */
type Engine = 'engine';

export interface SocketServerOptions {
  session: EngineSession;
  /** A client that holds a transaction open and is idle this long is disconnected. */
  silenceLimitMs: number;
  onBroken(error: unknown): void;
}

/** Serves the engine's session to PostgreSQL drivers, on a Unix socket or on a local port. */
export class SocketServer {
  private readonly clients = new Set<Client>();
  private readonly turns: TurnQueue<Client | Engine>;
  private readonly server: Server;

  constructor(private readonly options: SocketServerOptions) {
    const { session, silenceLimitMs, onBroken } = options;
    this.turns = new TurnQueue<Client | Engine>({
      isHeld: () => session.held,
      abandon: () => session.rollBack(),
      onSilentHolder: (owner) => owner !== 'engine' && owner.socket.destroy(),
      onBroken,
      silenceLimitMs,
    });
    this.server = createServer((socket) => this.accept(socket));
    this.server.maxConnections = MAX_CLIENTS;
  }

  /** @returns the port, if it listens on one */
  async listen(options: ListenOptions): Promise<number | undefined> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(options, resolve);
    });
    const address = this.server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  /** Runs the engine's own work when no client holds the session. */
  run(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.turns.add('engine', async () => {
        try {
          await work();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  get idle(): boolean {
    return this.turns.idle;
  }

  /**
   * Accepts no more clients, waits at most `limitMs` for running work, then closes the
   * connections.
   */
  async close(limitMs: number): Promise<void> {
    this.server.close();
    const deadline = Date.now() + limitMs;
    while (!this.turns.idle && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.turns.close();
    for (const client of this.clients) client.socket.destroy();
  }

  private accept(socket: Socket): void {
    const client: Client = { socket, reader: new WireReader() };
    this.clients.add(client);
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.read(client, chunk));
    // The reason does not matter: 'close' follows and removes the client.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.clients.delete(client);
      this.turns.leave(client);
    });
  }

  private read(client: Client, chunk: Buffer): void {
    try {
      client.reader.push(chunk);
      for (let request = client.reader.next(); request; request = client.reader.next()) {
        this.serve(client, request);
      }
    } catch {
      client.socket.destroy();
    }
  }

  private serve(client: Client, request: WireRequest): void {
    if (request.kind === 'ssl') client.socket.write(NO_ENCRYPTION);
    else if (request.kind === 'startup') client.socket.write(this.options.session.greeting);
    else if (request.kind === 'turn') this.turns.add(client, () => this.takeTurn(client, request));
    else client.socket.end();
  }

  private async takeTurn(
    client: Client,
    { bytes, endsExchange }: { bytes: Uint8Array; endsExchange: boolean },
  ): Promise<void> {
    const response = await this.options.session.run(bytes, endsExchange);
    if (client.socket.writable) client.socket.write(response);
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type EngineChild, sendToChild, startChild } from './engine-child.ts';
import type { EngineOptions, MessageFromEngine } from './engine-messages.ts';
import { socketOfRunningEngine } from './folder-lock.ts';

export interface EmbeddedEngineOptions {
  /** Created if missing; the database is in its subfolder "postgres". */
  dataFolder: string;
  onProgress?(text: string): void;
  /** Called each time the engine failed and is restarted. */
  onRestart?(event: { reason: string; attempt: number }): void;
  /** A client that holds a transaction open and is idle this long is disconnected. */
  silenceLimitMs?: number;
}

export interface EmbeddedEngine {
  /** For the `pg` driver and TypeORM's `url`; does not change when the engine is restarted. */
  readonly url: string;
  /** "18.6" */
  readonly version: string;
  /** Process id of the current engine. */
  readonly processId: number | undefined;
  /** Waits for running queries, closes the files and releases the lock. */
  stop(): Promise<void>;
}

const PORT_IN_SOCKET_NAME = 5432;
const DEFAULT_SILENCE_LIMIT_MS = 60_000;
const PING_INTERVAL_MS = 5_000;
// One statement blocks the engine's entire process, and building a large index takes a while.
const PONG_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;
const MAX_BACKOFF_MS = 5_000;
const HEALTHY_AFTER_MS = 60_000;

/** Returns the URL, for the `pg` driver, of an engine that listens on a Unix socket. */
function urlOfSocket(path: string): string {
  return `postgres://postgres@localhost:${PORT_IN_SOCKET_NAME}/postgres?host=${encodeURIComponent(dirname(path))}`;
}

/**
 * Returns the URL of the engine that a running server has started for a data folder; null when there is
 * none that this process can connect to.
 */
export function runningEngineUrl(dataFolder: string): string | null {
  const socket = socketOfRunningEngine(resolve(dataFolder));
  return socket && urlOfSocket(socket);
}

/**
 * Starts the embedded PostgreSQL in a separate process and keeps it running.
 * @throws {DatabaseStartError} when the data folder is locked, damaged, of another version or not
 * writable
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const supervisor = new Supervisor(options);
  await supervisor.start();
  return supervisor;
}

class Supervisor implements EmbeddedEngine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'amparo-'));
  private readonly engineOptions: EngineOptions;
  private child: EngineChild | undefined;
  private stopping = false;
  private watching = Promise.resolve();
  private readonly stopped = new AbortController();
  version = '';

  constructor(private readonly options: EmbeddedEngineOptions) {
    this.engineOptions = {
      dataFolder: resolve(options.dataFolder),
      mayCreate: true,
      listen:
        process.platform === 'win32'
          ? { host: '127.0.0.1', port: 0 }
          : { path: join(this.folder, `.s.PGSQL.${PORT_IN_SOCKET_NAME}`) },
      silenceLimitMs: options.silenceLimitMs ?? DEFAULT_SILENCE_LIMIT_MS,
    };
  }

  get url(): string {
    const { listen } = this.engineOptions;
    return 'port' in listen
      ? `postgres://postgres@${listen.host}:${listen.port}/postgres`
      : urlOfSocket(listen.path);
  }

  get processId(): number | undefined {
    return this.child?.process.pid;
  }

  async start(): Promise<void> {
    try {
      await this.launch(this.options.onProgress ?? (() => {}));
    } catch (error) {
      this.removeFolder();
      throw error;
    }
    // A new database in the place of one that has disappeared would look like an empty directory.
    this.engineOptions.mayCreate = false;
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.stopped.abort();
    await this.endChild();
    await this.watching;
    this.removeFolder();
  }

  private async endChild(): Promise<void> {
    if (!this.child) return;
    const { process: child, exited } = this.child;
    sendToChild(child, { kind: 'stop' });
    const killTimer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await exited;
    clearTimeout(killTimer);
  }

  private async launch(onProgress: (text: string) => void): Promise<void> {
    this.child = await startChild(this.engineOptions, onProgress);
    this.version = this.child.version;
    // The pool has a fixed address, so the next engine has to listen on the same port.
    if ('port' in this.engineOptions.listen && this.child.port)
      this.engineOptions.listen.port = this.child.port;
  }

  private async watch(): Promise<void> {
    let attempt = 0;
    while (!this.stopping && this.child) {
      const startedAt = Date.now();
      const reason = await this.waitUntilExit(this.child);
      if (this.stopping) return;
      attempt = Date.now() - startedAt > HEALTHY_AFTER_MS ? 1 : attempt + 1;
      attempt = await this.relaunch(reason, attempt);
    }
  }

  private async relaunch(reason: string, firstAttempt: number): Promise<number> {
    for (let attempt = firstAttempt; ; attempt += 1) {
      this.options.onRestart?.({ reason, attempt });
      await this.pause(Math.min(MAX_BACKOFF_MS, 250 * 2 ** (attempt - 1) - 250));
      if (this.stopping) return attempt;
      try {
        await this.launch(() => {});
        if (this.stopping) await this.endChild();
        return attempt;
      } catch (error) {
        reason = (error as Error).message;
      }
    }
  }

  /** Pings the engine every few seconds, and kills one that does not respond. */
  private async waitUntilExit({ process: child, exited }: EngineChild): Promise<string> {
    let lastPongAt = Date.now();
    child.on('message', (message: MessageFromEngine) => {
      if (message.kind === 'pong') lastPongAt = Date.now();
    });
    const pings = setInterval(() => {
      if (Date.now() - lastPongAt > PONG_LIMIT_MS) child.kill('SIGKILL');
      else sendToChild(child, { kind: 'ping' });
    }, PING_INTERVAL_MS);
    const reason = await exited;
    clearInterval(pings);
    return reason;
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.stopped.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private removeFolder(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

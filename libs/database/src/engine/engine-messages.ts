import type { DatabaseStartError } from './errors.ts';

/** What the engine's process is told on its command line, as JSON. */
export interface EngineOptions {
  dataFolder: string;
  /** A Unix socket, or a port of this machine (0: any free one) where there are none. */
  listen: { path: string } | { host: string; port: number };
  silenceLimitMs: number;
}

/** From the server to the engine's process. */
export type MessageToEngine = { kind: 'ping' } | { kind: 'stop' };

/** From the engine's process to the server. */
export type MessageFromEngine =
  | { kind: 'progress'; text: string }
  | { kind: 'ready'; version: string; port: number | undefined }
  | { kind: 'failed'; name: DatabaseStartError['name']; message: string }
  | { kind: 'broken'; message: string }
  | { kind: 'pong' };

import type { DatabaseStartError } from './errors.ts';

/** Options of the engine's process, passed as JSON on its command line. */
export interface EngineOptions {
  dataFolder: string;
  /** Whether it creates a database that does not exist; false when an engine is started again. */
  mayCreate: boolean;
  /** A Unix socket, or a local port (0: any free one) on systems without them. */
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

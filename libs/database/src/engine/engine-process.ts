import { chmodSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import type { EngineOptions, MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { DatabaseStartError, EngineFailedError } from './errors.ts';
import { FolderLock } from './folder-lock.ts';
import type { EngineSession } from './wire/engine-session.ts';
import { SocketServer } from './wire/socket-server.ts';

const CHECKPOINT_INTERVAL_MS = 30_000;
const CLOSE_LIMIT_MS = 5_000;
const EXIT_BROKEN = 70;

const options = JSON.parse(process.argv[2] ?? '{}') as EngineOptions;

// Ctrl-C reaches every process of the terminal, but only the server may stop the engine.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

function sendToServer(message: MessageFromEngine): void {
  if (process.connected) process.send?.(message);
}

/** Exits the process, so that a broken engine gets no more queries. */
function exitBroken(error: unknown): never {
  sendToServer({ kind: 'broken', message: String(error) });
  process.exit(EXIT_BROKEN);
}

async function start(): Promise<void> {
  const lock = await FolderLock.take(options.dataFolder, socketPath());
  try {
    const session = await openDataFolder(options, (text) =>
      sendToServer({ kind: 'progress', text }),
    );
    await serve(session, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function socketPath(): string | null {
  return 'path' in options.listen ? options.listen.path : null;
}

async function serve(session: EngineSession, lock: FolderLock): Promise<void> {
  const server = new SocketServer({
    session,
    silenceLimitMs: options.silenceLimitMs,
    // The server starts another engine, which recovers from the write-ahead log.
    onBroken: exitBroken,
  });
  if ('path' in options.listen) rmSync(options.listen.path, { force: true });
  const port = await server.listen(options.listen);
  // Whoever can connect can read and change everything.
  if ('path' in options.listen) chmodSync(options.listen.path, 0o600);
  const checkpoints = setInterval(() => {
    if (server.idle) void server.run(() => session.checkpoint());
  }, CHECKPOINT_INTERVAL_MS);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(checkpoints);
    await server.close(CLOSE_LIMIT_MS);
    await session.close();
    lock.release();
    // The server that would clean up after a stop has exited.
    if (!process.connected && 'path' in options.listen) {
      rmSync(dirname(options.listen.path), { recursive: true, force: true });
    }
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  process.on('message', (message: MessageToEngine) => {
    if (message.kind === 'stop') void stop();
    else void answerPing(server, session);
  });
  sendToServer({ kind: 'ready', version: session.version, port });
  if (!process.connected) await stop();
}

/** Checks the engine, unless a transaction is open: then a response of the process is enough. */
async function answerPing(server: SocketServer, session: EngineSession): Promise<void> {
  if (server.idle) await server.run(() => session.check());
  sendToServer({ kind: 'pong' });
}

try {
  await start();
} catch (error) {
  const failure =
    error instanceof DatabaseStartError ? error : new EngineFailedError((error as Error).message);
  sendToServer({ kind: 'failed', name: failure.name, message: failure.message });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}

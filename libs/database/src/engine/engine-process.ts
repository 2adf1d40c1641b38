import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import type { EngineOptions, MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { DatabaseStartError, EngineFailedError } from './errors.ts';
import { FolderLock } from './folder-lock.ts';
import type { EngineSession } from './wire/engine-session.ts';
import { SocketServer } from './wire/socket-server.ts';

const CHECKPOINT_EVERY_MS = 30_000;
const LAST_WORK_MS = 5_000;
const BROKEN = 70;

const orders = JSON.parse(process.argv[2] ?? '{}') as EngineOptions;

// Ctrl-C reaches every process of the terminal; the server says when the engine has to stop.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

function tell(message: MessageFromEngine): void {
  if (process.connected) process.send?.(message);
}

/** Ends the process, so that nothing more is asked of a broken engine. */
function giveUp(error: unknown): never {
  tell({ kind: 'broken', message: String(error) });
  process.exit(BROKEN);
}

async function start(): Promise<void> {
  const lock = await FolderLock.take(orders.dataFolder);
  try {
    const session = await openDataFolder(orders.dataFolder, (text) =>
      tell({ kind: 'progress', text }),
    );
    await serve(session, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function serve(session: EngineSession, lock: FolderLock): Promise<void> {
  const server = new SocketServer({
    session,
    silenceLimitMs: orders.silenceLimitMs,
    // The server starts another engine, which recovers from the log.
    onBroken: giveUp,
  });
  if ('path' in orders.listen) rmSync(orders.listen.path, { force: true });
  const port = await server.listen(orders.listen);
  const checkpoints = setInterval(() => {
    if (server.idle) void server.run(() => session.checkpoint());
  }, CHECKPOINT_EVERY_MS);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(checkpoints);
    await server.close(LAST_WORK_MS);
    await session.close();
    lock.release();
    // The server that would tidy up after a stop is gone.
    if (!process.connected && 'path' in orders.listen) {
      rmSync(dirname(orders.listen.path), { recursive: true, force: true });
    }
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  process.on('message', (message: MessageToEngine) => {
    if (message.kind === 'stop') void stop();
    else void answerPing(server, session);
  });
  tell({ kind: 'ready', version: session.version, port });
  if (!process.connected) await stop();
}

/** While a transaction is open the engine is busy, not ill: then being able to answer is enough. */
async function answerPing(server: SocketServer, session: EngineSession): Promise<void> {
  if (server.idle) await server.run(() => session.check());
  tell({ kind: 'pong' });
}

try {
  await start();
} catch (error) {
  const told =
    error instanceof DatabaseStartError ? error : new EngineFailedError((error as Error).message);
  tell({ kind: 'failed', name: told.name, message: told.message });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}

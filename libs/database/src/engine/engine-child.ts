import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineOptions, MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { DatabaseStartError, EngineFailedError } from './errors.ts';

export interface EngineChild {
  readonly process: ChildProcess;
  readonly version: string;
  readonly port: number | undefined;
  /** Settles when the process is gone, with the reason in words. */
  readonly gone: Promise<string>;
}

/**
 * Starts the engine's process and waits until it serves.
 * @throws {DatabaseStartError} when it cannot open the data folder
 */
export async function startChild(
  orders: EngineOptions,
  onProgress: (text: string) => void,
): Promise<EngineChild> {
  const child = fork(entryFile(), [JSON.stringify(orders)], {
    execArgv: entryArguments(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let broken: string | undefined;
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(broken ?? signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return await new Promise<EngineChild>((resolve, reject) => {
    child.on('message', (message: MessageFromEngine) => {
      if (message.kind === 'progress') onProgress(message.text);
      else if (message.kind === 'broken') broken = message.message;
      else if (message.kind === 'failed') reject(failure(message));
      else if (message.kind === 'ready') resolve({ process: child, gone, ...message });
    });
    void gone.then((reason) => reject(new EngineFailedError(reason)));
  });
}

export function sendToChild(child: ChildProcess, message: MessageToEngine): void {
  if (child.connected) child.send(message, () => {});
}

function failure({ name, message }: { name: string; message: string }): DatabaseStartError {
  return Object.assign(new DatabaseStartError(message), { name });
}

function entryFile(): string {
  const suffix = extname(fileURLToPath(import.meta.url));
  return fileURLToPath(new URL(`./engine-process${suffix}`, import.meta.url));
}

/**
 * PostgreSQL checks its own stack of 2 MB, and knows nothing of the machine's: the default of about
 * 1 MB ends before it, all the sooner where the engine's code is not yet optimized. Windows gives a
 * main thread no more.
 */
const STACK = process.platform === 'win32' ? [] : ['--stack-size=5000'];

/** Compiled, the entry is plain JavaScript; from its source it needs the loader the tests use. */
function entryArguments(): string[] {
  if (extname(entryFile()) === '.js') return STACK;
  return [...STACK, '--conditions=source', '--import', '@swc-node/register/esm-register'];
}

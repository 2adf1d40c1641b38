import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineOptions, MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { DatabaseStartError, EngineFailedError } from './errors.ts';

export interface EngineChild {
  readonly process: ChildProcess;
  readonly version: string;
  readonly port: number | undefined;
  /** Resolves when the process has exited, with the reason as text. */
  readonly exited: Promise<string>;
}

/**
 * Starts the engine's process and waits until it is ready.
 * @throws {DatabaseStartError} when it cannot open the data folder
 */
export async function startChild(
  options: EngineOptions,
  onProgress: (text: string) => void,
): Promise<EngineChild> {
  const child = fork(entryFile(), [JSON.stringify(options)], {
    execArgv: entryArguments(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let brokenReason: string | undefined;
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(brokenReason ?? signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return await new Promise<EngineChild>((resolve, reject) => {
    child.on('message', (message: MessageFromEngine) => {
      if (message.kind === 'progress') onProgress(message.text);
      else if (message.kind === 'broken') brokenReason = message.message;
      else if (message.kind === 'failed') reject(failure(message));
      else if (message.kind === 'ready') resolve({ process: child, exited, ...message });
    });
    void exited.then((reason) => reject(new EngineFailedError(reason)));
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
 * PostgreSQL checks its own stack limit of 2 MB and does not know that of the JavaScript engine,
 * whose default of about 1 MB is reached first, especially before the engine's code is optimized.
 * Windows does not allow more for a main thread.
 */
const STACK = process.platform === 'win32' ? [] : ['--stack-size=5000'];

/**
 * The compiled entry is plain JavaScript; the TypeScript source needs the loader that the tests
 * use.
 */
function entryArguments(): string[] {
  if (extname(entryFile()) === '.js') return STACK;
  return [...STACK, '--conditions=source', '--import', '@swc-node/register/esm-register'];
}

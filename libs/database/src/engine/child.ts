import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseStartError, EngineFailedError } from './errors.ts';
import type { EngineOrders, FromEngine, ToEngine } from './messages.ts';

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
  orders: EngineOrders,
  onProgress: (text: string) => void,
): Promise<EngineChild> {
  const child = fork(entryFile(), [JSON.stringify(orders)], {
    execArgv: entryArguments(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return await new Promise<EngineChild>((resolve, reject) => {
    child.on('message', (message: FromEngine) => {
      if (message.kind === 'progress') onProgress(message.text);
      else if (message.kind === 'failed') reject(failure(message));
      else if (message.kind === 'ready') resolve({ process: child, gone, ...message });
    });
    void gone.then((reason) => reject(new EngineFailedError(reason)));
  });
}

export function tellChild(child: ChildProcess, message: ToEngine): void {
  if (child.connected) child.send(message, () => {});
}

function failure({ name, message }: { name: string; message: string }): DatabaseStartError {
  return Object.assign(new DatabaseStartError(message), { name });
}

function entryFile(): string {
  const suffix = extname(fileURLToPath(import.meta.url));
  return fileURLToPath(new URL(`./engine-process${suffix}`, import.meta.url));
}

/** Compiled, the entry is plain JavaScript; from its source it needs the loader the tests use. */
function entryArguments(): string[] {
  if (extname(entryFile()) === '.js') return [];
  return ['--conditions=source', '--import', '@swc-node/register/esm-register'];
}

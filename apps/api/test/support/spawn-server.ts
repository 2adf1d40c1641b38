import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithParent } from '../../../../test/processes/end-with-parent.ts';

const MAIN = 'dist/apps/api/src/main.js';

/** The built server in a process of its own, with what it wrote so far. */
export interface SpawnedServer {
  readonly process: ChildProcess;
  readonly written: { out: string; err: string };
  /** Settles with the exit code. */
  readonly exited: Promise<number | null>;
  /** The address it says it is ready at. */
  ready(): Promise<string>;
}

/** Starts the built server on a free port, with `environment` and nothing else of ours. */
export function spawnServer(environment: Record<string, string>): SpawnedServer {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithParent(child);
  const written = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    written.out += data;
  });
  child.stderr.on('data', (data) => {
    written.err += data;
  });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const ready = async (): Promise<string> => {
    for (;;) {
      const address = /^Amparo is ready: (\S+)$/m.exec(written.out)?.[1];
      if (address) return address;
      const ended = exited.then(() => 'ended' as const);
      const told = once(child.stdout, 'data').then(() => 'told' as const);
      if ((await Promise.race([told, ended])) === 'ended') throw new Error(written.err);
    }
  };
  return { process: child, written, exited, ready };
}

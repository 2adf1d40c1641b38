import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endWithParent } from '../../processes/end-with-parent.ts';

export interface RunningServer {
  /** `http://localhost:41234` */
  address: string;
  /** Every line that it has logged. */
  log(): string[];
  stop(): Promise<void>;
}

/** Starts the built server as people run it, and waits until it says that it is ready. */
export async function startBuiltServer(
  environment: NodeJS.ProcessEnv,
  onLine: (line: string) => void = () => {},
): Promise<RunningServer> {
  const server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithParent(server);
  const log: string[] = [];
  const lines = createInterface({ input: server.stdout });
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`The server did not start: ${log.join('\n')}`)));
    lines.on('line', (line) => {
      log.push(line);
      onLine(line);
      const ready = /Amparo is ready: (\S+)/.exec(line);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  };
  return { address, log: () => log, stop };
}

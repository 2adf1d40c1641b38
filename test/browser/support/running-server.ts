import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningServer {
  /** `http://localhost:41234` */
  address: string;
  /** Every line that it has logged. */
  log: string[];
  stop(): Promise<void>;
}

/**
 * The built server as people run it, with a database of its own that goes with it: a copy of the one
 * that the whole run shares, where there is one.
 *
 * @param environment what is configured besides
 */
export async function startBuiltServer(
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const dataFolder = newDataFolder();
  const template = process.env.TEST_BROWSER_DATA;
  if (template) cpSync(template, dataFolder, { recursive: true });
  const server = await startServerOn(dataFolder, environment);
  const stop = async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true });
  };
  return { ...server, stop };
}

/** An empty folder for a server's database. */
export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'amparo-browser-'));
}

/** The built server on a folder that stays when it stops. */
export async function startServerOn(
  dataFolder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<RunningServer> {
  const server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      AMPARO_DATA_DIR: dataFolder,
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log: string[] = [];
  const lines = createInterface({ input: server.stdout });
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`The server did not start: ${log.join('\n')}`)));
    lines.on('line', (line) => {
      log.push(line);
      const ready = /Amparo is ready: (\S+)/.exec(line);
      if (ready?.[1]) resolve(ready[1]);
    });
  });
  const stop = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  };
  return { address, log, stop };
}

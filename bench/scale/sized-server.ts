import { readFileSync } from 'node:fs';
import { type MeasuredServer, startServer } from '../servers.ts';

/** A server of a directory with so many listings. */
export interface SizedServer {
  size: number;
  databaseUrl: string;
  readonly url: string;
  /** Starts it again and waits until it is ready. */
  restart(): Promise<void>;
  /** Its resident memory, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a server and waits until it is ready. */
export async function startSizedServer(size: number, databaseUrl: string): Promise<SizedServer> {
  const start = (): Promise<MeasuredServer> =>
    startServer('amparo', { DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' }, '/health/ready');
  let server = await start();
  return {
    size,
    databaseUrl,
    get url() {
      return server.url;
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    memory: () => residentMegabytes(server.pid),
    stop: () => server.stop(),
  };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_000);
}

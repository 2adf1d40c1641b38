import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { endWithParent } from '../processes/end-with-parent.ts';

/** A PostgreSQL server of our own on a free port, gone with everything in it after `stop`. */
export interface Cluster {
  /** Address of one of its databases; "postgres" is there from the start. */
  url(database: string): string;
  /** Kills the server's first process with SIGKILL; the others end themselves without saving. */
  kill(): Promise<void>;
  /** Starts the server again on the same files and the same port, and waits until it answers. */
  restart(): Promise<void>;
  /** @param keepDataIn where its files go, to start others from; without it they are deleted */
  stop(options?: { keepDataIn?: string }): Promise<void>;
}

export interface ClusterOptions {
  /** False: faster and not safe against crashes. Tests of crashes ask for true, the default. */
  durable?: boolean;
  /** The files of a stopped server, copied instead of being made. */
  from?: string;
  /** More settings, `name=value`. */
  settings?: string[];
}

const DEBIAN = '/usr/lib/postgresql';
const HURRIED = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
const ANSWERS_WITHIN_MS = 30_000;

/** The folder of initdb and postgres: Debian's newest, else the one that pg_config names. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const debian = versions.map((version) => join(DEBIAN, version, 'bin'));
  const found = debian.find((folder) => existsSync(join(folder, 'postgres')));
  if (found) return found;
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** @throws {Error} when PostgreSQL is not installed */
export async function startCluster(how: ClusterOptions = {}): Promise<Cluster> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed: apt-get install postgresql-postgis');
  const home = mkdtempSync(join(tmpdir(), 'amparo-cluster-'));
  const owner = postgresOwner();
  if (owner.uid !== undefined) chownSync(home, owner.uid, Number(owner.gid));
  const data = join(home, 'data');
  const initdb = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'];
  // Owners and times stay as they are, which copies made by Node do not keep.
  if (how.from) execFileSync('cp', ['-a', how.from, data]);
  else execFileSync(join(programs, 'initdb'), initdb, { ...owner, cwd: home, stdio: 'ignore' });
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    ...(how.durable === false ? HURRIED : []),
    ...(how.settings ?? []),
  ];
  const options = ['-D', data, '-p', String(port), '-k', home];
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;

  const args = [...options, ...settings.flatMap((setting) => ['-c', setting])];
  const launch = async (): Promise<ChildProcess> => {
    for (const deadline = Date.now() + ANSWERS_WITHIN_MS; ; ) {
      const child = spawn(join(programs, 'postgres'), args, {
        ...owner,
        cwd: home,
        stdio: 'ignore',
      });
      endWithParent(child, 'INT');
      if (await answersBeforeItEnds(child, url('postgres'), deadline)) return child;
      if (Date.now() > deadline) throw new Error('PostgreSQL does not start');
    }
  };
  let server = await launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGINT');
      server = await launch();
    },
    stop: async ({ keepDataIn } = {}) => {
      await end('SIGINT');
      if (keepDataIn) execFileSync('cp', ['-a', data, keepDataIn]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user the package made for it. */
export function postgresOwner(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (flag: 'u' | 'g'): number =>
    Number(execFileSync('id', [`-${flag}`, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('u'), gid: id('g') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** False when the server ended by itself: after a kill it does until its old processes are gone. */
async function answersBeforeItEnds(
  server: ChildProcess,
  url: string,
  deadline: number,
): Promise<boolean> {
  while (server.exitCode === null) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

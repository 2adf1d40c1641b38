import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Load, Measurement } from './load.ts';
import type { ServerKind } from './workloads.ts';

const POSTGRAPHILE = 'bench/postgraphile';
const PROGRAMS: Record<ServerKind, string> = {
  amparo: 'dist/apps/api/src/main.js',
  pool: 'dist/bench/baselines/pool-floor.js',
  fixed: 'dist/bench/baselines/fixed-floor.js',
  postgraphile: `${POSTGRAPHILE}/server.mjs`,
};
/** As `npm start` starts it. */
const MEMORY = {
  NODE_OPTIONS: '--max-semi-space-size=8',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '1048576',
};
const LOAD = 'dist/bench/load.js';
const START_LIMIT_MS = 300_000;

/** A compiled server in a separate process. */
export interface MeasuredServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a server in production mode, including its log, and waits until it responds to `probe`.
 */
export async function startServer(
  kind: ServerKind,
  environment: Record<string, string>,
  probe: string,
): Promise<MeasuredServer> {
  const port = await freePort();
  const node = kind === 'postgraphile' ? postgraphileNode() : process.execPath;
  const child = spawn(node, [PROGRAMS[kind]], {
    env: {
      ...{ PATH: process.env.PATH ?? '', PORT: String(port), HOST: '127.0.0.1' },
      ...(kind === 'amparo' ? MEMORY : {}),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + START_LIMIT_MS; !(await responds(url + probe)); ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${kind} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, pid: Number(child.pid), stop: () => stop(child) };
}

/** Installs PostGraphile and the Node that it needs, beside the other packages. */
export function installPostgraphile(): void {
  if (existsSync(postgraphileNode())) return;
  const options = ['install', '--no-package-lock', '--no-audit', '--no-fund'];
  execFileSync('npm', options, { cwd: POSTGRAPHILE, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Names the versions that were measured. */
export function postgraphileFacts(): string {
  const versionOf = (name: string): string =>
    JSON.parse(readFileSync(`${POSTGRAPHILE}/node_modules/${name}/package.json`, 'utf8')).version;
  return `PostGraphile ${versionOf('postgraphile')} on Node ${versionOf('node')}`;
}

function postgraphileNode(): string {
  return `${POSTGRAPHILE}/node_modules/node/bin/node`;
}

/** Measures a server from a separate process. */
export async function measure(load: Load): Promise<Measurement> {
  const child = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as Measurement;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function responds(url: string): Promise<boolean> {
  try {
    // PostGraphile refuses a GET, which shows that it is there.
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DataFolderLockedError, DataFolderUnwritableError } from './errors.ts';

interface LockOwner {
  host: string;
  pid: number;
  /** Start time of the process in the system's format, because process ids are reused. */
  startedAt: string;
  /** Process id of the server that owns the engine. */
  serverPid: number;
  /** The Unix socket on which the engine listens; null on systems without them. */
  socket: string | null;
}

const FILE = 'engine.lock';
const HEARTBEAT_MS = 5_000;
// Only for an owner on another host (or container), whose process cannot be checked.
const HEARTBEAT_LIMIT_MS = 60_000;
// An engine whose server has exited closes its files and exits too.
const ORPHAN_EXIT_LIMIT_MS = 15_000;
const RETRY_MS = 100;

/** Locks a data folder against other engines while it is open. */
export class FolderLock {
  private constructor(
    private readonly file: string,
    private readonly content: string,
    private readonly heartbeat: NodeJS.Timeout,
  ) {}

  /**
   * Acquires the lock and removes one whose process has exited.
   * @param socket the Unix socket on which the engine will listen
   * @throws {DataFolderLockedError} when another process holds it
   * @throws {DataFolderUnwritableError} when the folder cannot be created or written to
   */
  static async take(folder: string, socket: string | null): Promise<FolderLock> {
    const file = join(folder, FILE);
    const self = { host: hostname(), pid: process.pid, startedAt: startTimeOf(process.pid) };
    const content = JSON.stringify({
      ...self,
      serverPid: process.ppid,
      socket,
    } satisfies LockOwner);
    const deadline = Date.now() + ORPHAN_EXIT_LIMIT_MS;
    while (!claim(folder, file, content)) {
      const held = readLock(file);
      if (held === undefined) continue;
      if (isStale(file, held.owner)) removeStale(file, held.content);
      else if (held.owner && (isAlive(held.owner.serverPid) || Date.now() > deadline)) {
        throw new DataFolderLockedError(folder, `process ${held.owner.pid} on ${held.owner.host}`);
      } else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    const heartbeat = setInterval(() => beat(file), HEARTBEAT_MS);
    heartbeat.unref();
    return new FolderLock(file, content, heartbeat);
  }

  release(): void {
    clearInterval(this.heartbeat);
    if (readLock(this.file)?.content === this.content) rmSync(this.file, { force: true });
  }
}

/**
 * Returns the Unix socket of the engine that holds a data folder, for commands that run while a server
 * does; null when there is none on this host.
 */
export function socketOfRunningEngine(folder: string): string | null {
  const file = join(folder, FILE);
  const owner = readLock(file)?.owner;
  if (!owner || owner.host !== hostname() || isStale(file, owner)) return null;
  return owner.socket ?? null;
}

/** Whether we acquired the lock; creating a link fails if the file already exists. */
function claim(folder: string, file: string, content: string): boolean {
  const temporary = `${file}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, content, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DataFolderUnwritableError(folder, code ?? message);
  }
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new DataFolderUnwritableError(folder, code ?? message);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function readLock(file: string): { content: string; owner: LockOwner | undefined } | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    try {
      return { content, owner: JSON.parse(content) as LockOwner };
    } catch {
      return { content, owner: undefined };
    }
  } catch {
    return undefined;
  }
}

function isStale(file: string, owner: LockOwner | undefined): boolean {
  if (!owner) return true;
  if (owner.host === hostname()) {
    return !isAlive(owner.pid) || startTimeOf(owner.pid) !== owner.startedAt;
  }
  const lastHeartbeat = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - lastHeartbeat > HEARTBEAT_LIMIT_MS;
}

function removeStale(file: string, content: string): void {
  const temporary = `${file}.${randomUUID()}`;
  try {
    renameSync(file, temporary);
    // Another process may have created its own lock in the meantime: restore it.
    if (readFileSync(temporary, 'utf8') !== content) linkSync(temporary, file);
  } catch {
    // Another process was faster; the next attempt shows which one owns the lock.
  } finally {
    rmSync(temporary, { force: true });
  }
}

function beat(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // A lock that was removed manually is not handled here.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startTimeOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return afterName.split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

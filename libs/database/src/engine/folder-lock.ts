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
  /** When that process was started, in the system's own words: a pid alone is used again. */
  startedAt: string;
  /** The server that the engine belongs to. */
  serverPid: number;
}

const FILE = 'engine.lock';
const HEARTBEAT_MS = 5_000;
// Only for an owner on another host (or container), whose process cannot be asked for.
const SILENT_HOST_MS = 60_000;
// An engine whose server is gone closes its files and leaves.
const ORPHAN_LEAVES_WITHIN_MS = 15_000;
const RETRY_MS = 100;

/** Keeps every other engine out of a data folder while it is open. */
export class FolderLock {
  private constructor(
    private readonly file: string,
    private readonly content: string,
    private readonly heartbeat: NodeJS.Timeout,
  ) {}

  /**
   * Takes the lock, clearing away one whose process is gone.
   * @throws {DataFolderLockedError} when another process holds it
   * @throws {DataFolderUnwritableError} when the folder cannot be made or written to
   */
  static async take(folder: string): Promise<FolderLock> {
    const file = join(folder, FILE);
    const me = { host: hostname(), pid: process.pid, startedAt: startOf(process.pid) };
    const content = JSON.stringify({ ...me, serverPid: process.ppid } satisfies LockOwner);
    const deadline = Date.now() + ORPHAN_LEAVES_WITHIN_MS;
    while (!claim(folder, file, content)) {
      const held = readLock(file);
      if (held === undefined) continue;
      if (isGone(file, held.owner)) clearAway(file, held.content);
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

/** True when the lock is now ours: a link is made only where nothing was. */
function claim(folder: string, file: string, content: string): boolean {
  const aside = `${file}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(aside, content, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new DataFolderUnwritableError(folder, code ?? message);
  }
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new DataFolderUnwritableError(folder, code ?? message);
  } finally {
    rmSync(aside, { force: true });
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

function isGone(file: string, owner: LockOwner | undefined): boolean {
  if (!owner) return true;
  if (owner.host === hostname()) {
    return !isAlive(owner.pid) || startOf(owner.pid) !== owner.startedAt;
  }
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched > SILENT_HOST_MS;
}

function clearAway(file: string, content: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // Another starter may have put its own lock here since we looked: give it back.
    if (readFileSync(aside, 'utf8') !== content) linkSync(aside, file);
  } catch {
    // Another starter was faster; the next round shows who has it.
  } finally {
    rmSync(aside, { force: true });
  }
}

function beat(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // A lock removed by hand is noticed by whoever takes it next, not here.
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

function startOf(pid: number): string {
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

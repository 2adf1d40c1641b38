import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A shell that reads nothing until this process is gone, however it ends, and then ends another.
 */
const WATCH = 'read -r _; kill -s "$1" "$2" 2>/dev/null';

/**
 * Ends a process that this one has started when this one is gone, even by SIGKILL: no server
 * outlives the tests that started it.
 */
export function endWithParent(child: ChildProcess, signal: 'INT' | 'TERM' = 'TERM'): void {
  if (child.pid === undefined || process.platform === 'win32') return;
  const watch = spawn('sh', ['-c', WATCH, 'sh', signal, String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  (watch.stdin as unknown as { unref?(): void }).unref?.();
  child.once('exit', () => watch.kill('SIGKILL'));
}

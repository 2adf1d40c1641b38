import type { RunningServer } from './run-server.ts';

const FAILED = 1;
// Ctrl-C reaches us from the terminal and again from the program that started us.
const SAME_KEYSTROKE_MS = 500;

/** Ends the process in good order at the first SIGINT or SIGTERM, and at once at the second. */
export function stopOnSignals(server: Promise<RunningServer>): void {
  let askedAt: number | undefined;
  const onSignal = (): void => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > SAME_KEYSTROKE_MS) process.exit(FAILED);
      return;
    }
    askedAt = Date.now();
    void stop(server);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function stop(server: Promise<RunningServer>): Promise<void> {
  try {
    const running = await server;
    await running.stop();
    process.exit(0);
  } catch {
    process.exit(FAILED);
  }
}

import type { RunningServer } from './run-server.ts';

const FAILED = 1;
// Ctrl-C reaches us from the terminal and again from the program that started us.
const DUPLICATE_SIGNAL_MS = 500;

/** Shuts down gracefully on the first SIGINT or SIGTERM, and exits immediately on the second. */
export function stopOnSignals(server: Promise<RunningServer>): void {
  let signaledAt: number | undefined;
  const onSignal = (): void => {
    if (signaledAt !== undefined) {
      if (Date.now() - signaledAt > DUPLICATE_SIGNAL_MS) process.exit(FAILED);
      return;
    }
    signaledAt = Date.now();
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

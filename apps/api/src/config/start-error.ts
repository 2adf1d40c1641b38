import { DatabaseStartError } from '#database';
import { SettingsError } from '../config/settings.ts';

/** Thrown when the server cannot start, with one sentence that explains what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Prints the reason in one line and exits the process. */
export function failToStart(error: unknown): never {
  const { message } = error as Error;
  const isExplained = [DatabaseStartError, SettingsError, StartError].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(`${isExplained ? message : `Amparo could not start: ${message}`}\n`);
  process.exit(1);
}

import { DatabaseStartError } from '#database';
import { SettingsError } from '../config/settings.ts';

/** A reason why the server cannot start, told in one sentence that says what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Ends the process, saying why in one line. */
export function failToStart(error: unknown): never {
  const { message } = error as Error;
  const told = [DatabaseStartError, SettingsError, StartError].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(`${told ? message : `Amparo could not start: ${message}`}\n`);
  process.exit(1);
}

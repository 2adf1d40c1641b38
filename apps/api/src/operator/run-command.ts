import { EditRejectedError } from '#directory';
import { failToStart, StartError } from '../config/start-error.ts';

/** Thrown when the arguments of a command are invalid or refer to something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Runs a command with the arguments of the process; on failure, prints the reason and exits.
 *
 * @param usage the usage text, with one line per form of the command
 * @param command runs with the arguments and returns the message to print
 */
export async function runCommand(
  usage: string,
  command: (args: string[]) => Promise<string>,
): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`);
  } catch (error) {
    failToStart(explained(error, usage));
  }
}

function explained(error: unknown, usage: string): unknown {
  if (error instanceof EditRejectedError)
    return new StartError(`Nothing was changed. ${error.detail}`);
  const parsing = String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  if (!parsing && !(error instanceof UsageError)) return error;
  const reason = (error as Error).message;
  return new StartError(`${reason ? `${reason}\n` : ''}Write it like this:\n${usage}`);
}

import { EditRejectedError } from '#directory';
import { failToStart, StartError } from '../config/start-error.ts';

/** The words of a command make no sense, or name what is not there. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Runs a command with the words behind it, and ends the process with the reason when it cannot.
 *
 * @param usage how it is written, a line for each way
 * @param command what it says when it is done
 */
export async function runCommand(
  usage: string,
  command: (words: string[]) => Promise<string>,
): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`);
  } catch (error) {
    failToStart(told(error, usage));
  }
}

function told(error: unknown, usage: string): unknown {
  if (error instanceof EditRejectedError)
    return new StartError(`Nothing was changed. ${error.detail}`);
  const parsing = String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  if (!parsing && !(error instanceof UsageError)) return error;
  const reason = (error as Error).message;
  return new StartError(`${reason ? `${reason}\n` : ''}Write it like this:\n${usage}`);
}

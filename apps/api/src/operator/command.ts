/** What a command did: a sentence for people, and data for `--json`. */
export interface CommandResult {
  text: string;
  data?: object;
}

/** One command of `npm run amparo`. */
export interface Command {
  /** What it is for, in one line. */
  summary: string;
  /** Each form of it on a line, without `npm run amparo -- `, and notes. */
  usage: string;
  /** @throws UsageError when the words do not make sense */
  run(words: string[]): Promise<CommandResult>;
}

/** Thrown when the words of a command make no sense. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Thrown when a command cannot do what it was told; the message says why. */
export class CommandFailedError extends Error {
  override name = 'CommandFailedError';
}

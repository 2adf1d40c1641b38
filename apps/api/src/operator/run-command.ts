import {
  BackupDamagedError,
  DatabaseBusyError,
  DatabaseNotEmptyError,
  DatabaseStartError,
} from '#database';
import { EditRejectedError } from '#directory';
import { SettingsError } from '../config/settings.ts';
import { type Command, CommandFailedError, UsageError } from './command.ts';

const PROGRAM = 'npm run amparo --';
const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Failures whose message says what to do. */
const EXPLAINED = [
  BackupDamagedError,
  DatabaseBusyError,
  DatabaseNotEmptyError,
  DatabaseStartError,
  SettingsError,
  CommandFailedError,
];

/**
 * Runs the command that the first word names. `--json` prints its data instead of a sentence, and
 * `--help` how it is used.
 *
 * @returns the exit code: 0 done, 1 failed, 2 the words make no sense
 */
export async function runCommand(
  commands: Record<string, Command>,
  words: string[],
): Promise<number> {
  const isJson = words.includes('--json');
  const [name = '', ...rest] = words.filter((word) => word !== '--json');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const isHelp = ['', '--help', 'help'].includes(name);
    const text = overview(commands);
    (isHelp ? process.stdout : process.stderr).write(
      isHelp ? text : `There is no command ${name}.\n${text}`,
    );
    return isHelp ? DONE : WRONG_USAGE;
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${command.summary}\n\n${usageOf(command)}\n`);
    return DONE;
  }
  try {
    const { text, data = {} } = await command.run(rest);
    process.stdout.write(`${isJson ? JSON.stringify(data) : text}\n`);
    return DONE;
  } catch (error) {
    return explain(error, command);
  }
}

function explain(error: unknown, command: Command): number {
  const { message } = error as Error;
  if (isUsage(error)) {
    const reason = error instanceof UsageError && message ? `${message}\n` : '';
    process.stderr.write(`${reason}Write it like this:\n${usageOf(command)}\n`);
    return WRONG_USAGE;
  }
  process.stderr.write(`${explanation(error, message)}\n`);
  return FAILED;
}

function explanation(error: unknown, message: string): string {
  if (error instanceof EditRejectedError) return `Nothing was changed. ${error.detail}`;
  const isExplained = EXPLAINED.some((kind) => error instanceof kind);
  return isExplained ? message : `The command failed: ${message}`;
}

function isUsage(error: unknown): boolean {
  const code = String((error as { code?: string }).code);
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

function overview(commands: Record<string, Command>): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => {
    return `  ${name.padEnd(12)} ${summary}\n`;
  });
  return `${PROGRAM} COMMAND ... [--json]\n${PROGRAM} COMMAND --help\n\n${lines.join('')}`;
}

function usageOf({ usage }: Command): string {
  // Notes begin with a capital letter.
  return usage
    .split('\n')
    .map((line) => (/^[a-z]/.test(line) ? `${PROGRAM} ${line}` : line))
    .join('\n');
}

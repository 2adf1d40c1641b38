import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { speedDialStatuses } from '#contract';
import {
  addSpeedDial,
  changeSpeedDial,
  removeSpeedDial,
  type SpeedDialFields,
  setSpeedDialStatus,
} from '#directory';
import { type Command, type CommandResult, UsageError } from './command.ts';
import { editDatabase } from './command-database.ts';

const USAGE = `speed-dial add SLUG CODE [--at FACILITY,FACILITY] [--note "..."]
speed-dial change ID [--code CODE] [--at FACILITY,FACILITY | everywhere] [--note "..."]
speed-dial status ID ${speedDialStatuses.join('|')} --date 2026-12-01 --what "Who found out, and how." [--source https://...]
speed-dial remove ID
SLUG is that of the help line or organization that answers, ID that of the code in /v1/speed-dials.
Put a code with # or * in quotes.`;

/** Value of `--at` for every facility. */
const EVERYWHERE = 'everywhere';

const OPTIONS = {
  at: { type: 'string' },
  code: { type: 'string' },
  note: { type: 'string' },
  date: { type: 'string' },
  what: { type: 'string' },
  source: { type: 'string' },
} as const;

type Values = { [Name in keyof typeof OPTIONS]?: string };

/** Adds, changes and removes speed dial codes used in detention. */
export const speedDialCommand: Command = {
  summary: 'Add, change and remove speed dial codes that work in detention',
  usage: USAGE,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: OPTIONS,
    });
    const [command = '', ...rest] = positionals;
    return await editDatabase(parseCommand(command, rest, values));
  },
};

function parseCommand(
  command: string,
  [first = '', second = '']: string[],
  values: Values,
): (manager: EntityManager) => Promise<CommandResult> {
  const fields = fieldsOf(values);
  if (command === 'add' && first && second) {
    const added = { scope: null, note: null, ...fields, code: second };
    return async (manager) => {
      const id = await addSpeedDial(manager, first, added);
      return { text: `Added ${second}: ${id}`, data: { id } };
    };
  }
  if (command === 'change' && first && Object.keys(fields).length > 0) {
    return (manager) => changeSpeedDial(manager, first, fields).then(() => done(first, 'Changed.'));
  }
  const status = speedDialStatuses.find((known) => known === second);
  const { date, what, source = null } = values;
  if (command === 'status' && status && date && what) {
    const proof = { date, what, source_url: source };
    return (manager) =>
      setSpeedDialStatus(manager, first, status, proof).then(() => done(first, 'Set.'));
  }
  if (command === 'remove' && first) {
    return (manager) => removeSpeedDial(manager, first).then(() => done(first, 'Removed.'));
  }
  throw new UsageError();
}

function fieldsOf({ code, at, note }: Values): Partial<SpeedDialFields> {
  return {
    ...(code === undefined ? {} : { code }),
    ...(at === undefined ? {} : { scope: at === EVERYWHERE ? null : at.split(',') }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}

function done(id: string, text: string): CommandResult {
  return { text, data: { id } };
}

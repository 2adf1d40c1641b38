import 'reflect-metadata';
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
import { editDatabase } from './edit-database.ts';
import { runCommand, UsageError } from './run-command.ts';

const USAGE = `npm run speed-dial -- add SLUG CODE [--at FACILITY,FACILITY] [--note "..."]
npm run speed-dial -- change ID [--code CODE] [--at FACILITY,FACILITY | everywhere] [--note "..."]
npm run speed-dial -- status ID ${speedDialStatuses.join('|')} --date 2026-12-01 --what "Who found out, and how." [--source https://...]
npm run speed-dial -- remove ID
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

/** Adds, changes and removes speed dial codes used in detention: `npm run speed-dial`. */
await runCommand(USAGE, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: OPTIONS,
  });
  const [command = '', ...rest] = positionals;
  return await editDatabase(parseCommand(command, rest, values));
});

function parseCommand(
  command: string,
  [first = '', second = '']: string[],
  values: Values,
): (manager: EntityManager) => Promise<string> {
  const fields = fieldsOf(values);
  if (command === 'add' && first && second) {
    const added = { scope: null, note: null, ...fields, code: second };
    return async (manager) => `Added ${second}: ${await addSpeedDial(manager, first, added)}`;
  }
  if (command === 'change' && first && Object.keys(fields).length > 0) {
    return (manager) => changeSpeedDial(manager, first, fields).then(() => 'Changed.');
  }
  const status = speedDialStatuses.find((known) => known === second);
  const { date, what, source = null } = values;
  if (command === 'status' && status && date && what) {
    const proof = { date, what, source_url: source };
    return (manager) => setSpeedDialStatus(manager, first, status, proof).then(() => 'Set.');
  }
  if (command === 'remove' && first) {
    return (manager) => removeSpeedDial(manager, first).then(() => 'Removed.');
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

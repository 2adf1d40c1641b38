import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { guideStatuses } from '#contract';
import { addGuideChange, setGuideStatus } from '#directory';
import { type Command, CommandFailedError, UsageError } from './command.ts';
import { editDatabase } from './command-database.ts';

const USAGE = `guide status SLUG "${guideStatuses.join('" | "')}" | file
guide change SLUG --date 2026-12-01 --what "In English." [--es "En español."] [--source https://...]`;

type Edit = (manager: EntityManager) => Promise<boolean>;

const OPTIONS = {
  date: { type: 'string' },
  what: { type: 'string' },
  es: { type: 'string' },
  source: { type: 'string' },
} as const;

/** Sets the status of a guide, or records a change since it was written. */
export const guideCommand: Command = {
  summary: 'Set the status of a guide, or record what changed since it was written',
  usage: USAGE,
  run: async (words) => {
    const { slug, edit } = parseCommand(words);
    if (!(await editDatabase(edit)))
      throw new CommandFailedError(`There is no guide called ${slug}.`);
    return { text: 'Done.', data: { slug } };
  },
};

function parseCommand(args: string[]): { slug: string; edit: Edit } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: OPTIONS,
  });
  const [command, slug = '', status] = positionals;
  if (command === 'status' && slug && status) {
    const set = status === 'file' ? null : guideStatuses.find((known) => known === status);
    if (set !== undefined) return { slug, edit: (manager) => setGuideStatus(manager, slug, set) };
  }
  const { date, what, es, source = null } = values;
  if (command === 'change' && slug && what && date) {
    const change = { date, texts: { en: what, ...(es ? { es } : {}) }, source_url: source };
    return { slug, edit: (manager) => addGuideChange(manager, slug, change) };
  }
  throw new UsageError();
}

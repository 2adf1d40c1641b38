import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { EntityManager } from 'typeorm';
import { guideStatuses } from '#contract';
import { addGuideChange, setGuideStatus } from '#directory';
import { editDatabase } from './edit-database.ts';
import { runCommand, UsageError } from './run-command.ts';

const USAGE = `npm run guide -- status SLUG "${guideStatuses.join('" | "')}" | file
npm run guide -- change SLUG --date 2026-12-01 --what "In English." [--es "En español."] [--source https://...]`;

type Edit = (manager: EntityManager) => Promise<boolean>;

const OPTIONS = {
  date: { type: 'string' },
  what: { type: 'string' },
  es: { type: 'string' },
  source: { type: 'string' },
} as const;

/** Sets the status of a guide, or records a change since it was written: `npm run guide`. */
await runCommand(USAGE, async (args) => {
  const { slug, edit } = parseCommand(args);
  if (!(await editDatabase(edit))) throw new UsageError(`There is no guide called ${slug}.`);
  return 'Done.';
});

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

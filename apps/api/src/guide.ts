import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { type GuideStatus, guideStatuses } from '#contract';
import { dataSourceOptions, inTransaction } from '#database';
import { addGuideChange, setGuideStatus } from '#directory';
import { readSettings } from './config/settings.ts';
import { createLog } from './ops/log.ts';
import { openDatabase } from './start/open-database.ts';
import { failToStart, StartError } from './start/start-error.ts';

const USAGE = `npm run guide -- status SLUG "${guideStatuses.join('" | "')}" | file
npm run guide -- change SLUG --date 2026-12-01 --what "In English." [--es "En español."] [--source https://...]`;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

type Edit = (dataSource: DataSource) => Promise<boolean>;

/** Sets the status of a guide, or says what changed since it was written: `npm run guide`. */
async function main(): Promise<void> {
  const { slug, edit } = readCommand(process.argv.slice(2));
  const settings = readSettings();
  const database = await openDatabase(settings, createLog(settings.logLevel), () => {});
  try {
    const dataSource = await new DataSource(
      dataSourceOptions({ url: database.url, poolSize: 1, oneSession: true }),
    ).initialize();
    const known = await edit(dataSource).finally(() => dataSource.destroy());
    if (!known) throw new StartError(`There is no guide called ${slug}.`);
  } finally {
    await database.stop();
  }
  process.stdout.write('Done.\n');
}

/** @throws StartError that says how the command is written */
function readCommand(words: string[]): { slug: string; edit: Edit } {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      what: { type: 'string' },
      es: { type: 'string' },
      source: { type: 'string' },
    },
  });
  const [command, slug = '', status] = positionals;
  if (command === 'status' && slug && status) {
    const set = status === 'file' ? null : guideStatuses.find((known) => known === status);
    if (set !== undefined) return { slug, edit: statusEdit(slug, set) };
  }
  const { date = '', what, es, source = null } = values;
  if (command === 'change' && slug && what && DATE.test(date)) {
    const texts = { en: what, ...(es ? { es } : {}) };
    const change = { date, texts, source_url: source };
    return {
      slug,
      edit: (dataSource) =>
        inTransaction(dataSource, (manager) => addGuideChange(manager, slug, change)),
    };
  }
  throw new StartError(`Write it like this:\n${USAGE}`);
}

function statusEdit(slug: string, status: GuideStatus | null): Edit {
  return (dataSource) =>
    inTransaction(dataSource, (manager) => setGuideStatus(manager, slug, status));
}

try {
  await main();
} catch (error) {
  failToStart(error);
}

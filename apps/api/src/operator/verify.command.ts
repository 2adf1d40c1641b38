import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import {
  type DueRecord,
  type VerifiedKind,
  verificationMethods,
  verificationOutcomes,
  verifiedKinds,
} from '#contract';
import {
  RecordListRepository,
  VerificationQueueRepository,
  VerificationRepository,
} from '#editorial';
import { withProblems } from '../admin/shared/editing-problems.ts';
import type { Settings } from '../config/settings.ts';
import { verificationDays } from '../config/verification-days.ts';
import { ProblemError } from '../http/problems/problems.ts';
import { type Command, CommandFailedError, type CommandResult, UsageError } from './command.ts';
import { withCommandDatabase } from './command-database.ts';
import { accessBy, operatorAccess } from './verifier.ts';

const OPTIONS = {
  due: { type: 'boolean' },
  limit: { type: 'string' },
  kind: { type: 'string' },
  method: { type: 'string' },
  note: { type: 'string' },
  by: { type: 'string' },
  date: { type: 'string' },
  version: { type: 'string' },
} as const;

interface Values {
  due?: boolean;
  limit?: string;
  kind?: string;
  method?: string;
  note?: string;
  by?: string;
  date?: string;
  version?: string;
}

const LIMIT = '20';
const MAX_LIMIT = 200;

/** Lists what should be verified, and stores what came of verifying a record. */
export const verifyCommand: Command = {
  summary: 'List what should be verified, or say what came of verifying a record',
  usage: `verify --due [--limit ${LIMIT}] [--kind ${verifiedKinds.join('|')}]
verify SLUG ${verificationOutcomes.join('|')} --method ${verificationMethods.join('|')} [--note "..."] [--by EMAIL] [--date 2026-12-01] [--kind ${verifiedKinds.join('|')}] [--version NUMBER]
The list has the most harmful first. Without --by it is the operator who has verified; with it the account, which
must be allowed to. --version is that of the list: a record that somebody has changed since is not verified.
changed is for an account that has saved the change before.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: OPTIONS,
    });
    const work = workOf(positionals, values);
    return await withCommandDatabase((dataSource, settings) =>
      explained(work(dataSource, settings)),
    );
  },
};

type Work = (dataSource: DataSource, settings: Settings) => Promise<CommandResult>;

function workOf([slug, outcome, ...more]: string[], values: Values): Work {
  const kind = verifiedKinds.find((known) => known === values.kind);
  if (values.kind !== undefined && !kind) throw new UsageError();
  const kinds = kind ? [kind] : [...verifiedKinds];
  if (values.due) {
    const limit = wholeNumber(values.limit ?? LIMIT, MAX_LIMIT);
    if (slug !== undefined) throw new UsageError();
    return (dataSource) => listDue(dataSource, kinds, limit);
  }
  if (!slug || !outcome || !values.method || more.length > 0) throw new UsageError();
  return (dataSource, settings) => verify(dataSource, { slug, outcome, kinds, values, settings });
}

function wholeNumber(text: string, max: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new UsageError(`${text} is no whole number from 1 to ${max}.`);
}

async function listDue(
  dataSource: DataSource,
  kinds: VerifiedKind[],
  limit: number,
): Promise<CommandResult> {
  const query = { kinds, assignee: null, from: null, limit };
  const queue = new VerificationQueueRepository(dataSource);
  const { rows, total } = await queue.page(query, operatorAccess, new Date());
  const items = rows.map(listed);
  const lines = items.map(({ harm, kind, slug, version, name, phone }) =>
    [harm, kind, slug, `version ${version}`, name, phone].filter(Boolean).join('  '),
  );
  const text = [...lines, `${items.length} of ${total} that should be verified.`].join('\n');
  return { text, data: { items, total } };
}

function listed({ harm, name, record, phone, topics }: DueRecord) {
  const { kind, id, version, document } = record;
  return {
    harm,
    kind,
    id,
    slug: document.slug,
    version,
    name,
    phone: phone?.number ?? null,
    topics,
  };
}

interface VerifyWords {
  slug: string;
  outcome: string;
  kinds: VerifiedKind[];
  values: Values;
  settings: Settings;
}

/** By the rules of `POST /v1/admin/{kind}/{id}/verifications`. */
async function verify(
  dataSource: DataSource,
  { slug, outcome, kinds, values, settings }: VerifyWords,
): Promise<CommandResult> {
  const now = new Date();
  const {
    method,
    note = null,
    by,
    date = now.toISOString().slice(0, 'YYYY-MM-DD'.length),
  } = values;
  // It takes a second to load, for which the other commands need not wait.
  const { validVerification } = await import('./valid-verification.ts');
  const verification = await validVerification({ outcome, method, note, date });
  const record = await onlyRecord(dataSource, slug, kinds);
  const reference = { kind: record.kind, id: record.id };
  const version = values.version ? wholeNumber(values.version, 2_000_000_000) : record.version;
  const access = by ? await accessBy(dataSource, by, record.kind) : operatorAccess;
  const verified = await withProblems(
    new VerificationRepository(dataSource).add({ reference, version, verification }, access, {
      now,
      days: verificationDays(settings),
    }),
  );
  const { due_at, verified_at } = verified;
  const isConfirmed = outcome === 'still_right' || outcome === 'changed';
  const text = isConfirmed
    ? `${record.name} is verified until ${due_at?.slice(0, 'YYYY-MM-DD'.length)}.`
    : `Stored: ${outcome}. ${record.name} is not verified by that.`;
  return { text, data: { ...reference, slug, outcome, verified_at, due_at } };
}

async function onlyRecord(dataSource: DataSource, slug: string, kinds: VerifiedKind[]) {
  const found = await new RecordListRepository(dataSource).bySlug(slug, kinds);
  const [record, ...others] = found;
  if (!record) throw new CommandFailedError(`There is no record called ${slug}.`);
  if (others.length === 0) return record;
  const named = found.map(({ kind }) => kind).join(', ');
  throw new CommandFailedError(`Several records are called ${slug}: say --kind ${named}.`);
}

/** A failure that the API would explain is one of the command. */
async function explained<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError) throw new CommandFailedError(error.message);
    throw error;
  }
}

import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { type RecordScope, type Role, roles } from '#contract';
import {
  type Account,
  AccountRepository,
  CredentialRepository,
  type LinkPurpose,
  OneTimeLinkRepository,
} from '#identity';
import { oneTimeUrl } from '../admin/sign-ins/one-time-url.ts';
import type { Settings } from '../config/settings.ts';
import { type Command, CommandFailedError, type CommandResult, UsageError } from './command.ts';
import { withCommandDatabase } from './command-database.ts';

const OPTIONS = {
  name: { type: 'string' },
  role: { type: 'string' },
  regions: { type: 'string' },
} as const;
type Values = { [Name in keyof typeof OPTIONS]?: string };
type Work = (dataSource: DataSource, settings: Settings) => Promise<CommandResult>;

/** Accounts, for operators who cannot, or cannot yet, use the console. */
export const userCommand: Command = {
  summary: 'List accounts, create one, or help one that has lost its second factor',
  usage: `user list
user create EMAIL --name "Ana Ruiz" --role ${roles.join('|')} [--regions US-TX,MX-CHH]
user reset-password EMAIL
user reset-second-factor EMAIL
The second and third print a link, which works once. Give it to that person alone.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: OPTIONS,
    });
    const [action = '', email = '', ...more] = positionals;
    const work = more.length === 0 ? workOf(action, email.toLowerCase(), values) : null;
    if (!work) throw new UsageError();
    return await withCommandDatabase(work);
  },
};

function workOf(action: string, email: string, values: Values): Work | null {
  if (action === 'list' && !email) return list;
  if (!email) return null;
  const role = roles.find((known) => known === values.role);
  const { name, regions } = values;
  if (action === 'create' && name && role) {
    const scope = { organizations: [], regions: regions?.split(',') ?? [] };
    return (dataSource, settings) => create({ name, email, role, scope }, dataSource, settings);
  }
  if (action === 'reset-password') {
    return async (dataSource, settings) => {
      const { id, has_password } = await find(dataSource, email);
      const purpose = has_password ? 'password-reset' : 'invitation';
      return await linkFor({ id, purpose }, dataSource, settings);
    };
  }
  return action === 'reset-second-factor' ? (dataSource) => resetFactor(email, dataSource) : null;
}

async function list(dataSource: DataSource): Promise<CommandResult> {
  const accounts = await new AccountRepository(dataSource).list();
  const items = accounts.map(({ id, email, name, role, banned }) => {
    return { id, email, name, role, banned };
  });
  const lines = items.map((item) => Object.values(item).slice(0, 4).join('  '));
  return { text: lines.join('\n') || 'There are no accounts.', data: { items } };
}

async function create(
  fields: { name: string; email: string; role: Role; scope: RecordScope },
  dataSource: DataSource,
  settings: Settings,
): Promise<CommandResult> {
  const id = await new AccountRepository(dataSource).add({ ...fields, confidential: false });
  if (id === null) throw new CommandFailedError(`${fields.email} has an account already.`);
  return await linkFor({ id, purpose: 'invitation' }, dataSource, settings);
}

async function linkFor(
  { id, purpose }: { id: string; purpose: LinkPurpose },
  dataSource: DataSource,
  { publicUrl, port }: Settings,
): Promise<CommandResult> {
  const { token, expiresAt } = await new OneTimeLinkRepository(dataSource).add(
    purpose,
    id,
    new Date(),
  );
  const url = oneTimeUrl(new URL(publicUrl ?? `http://localhost:${port}`).origin, purpose, token);
  const expires_at = expiresAt.toISOString();
  return { text: `${url}\nIt works once, until ${expires_at}.`, data: { id, url, expires_at } };
}

async function resetFactor(email: string, dataSource: DataSource): Promise<CommandResult> {
  const { id } = await find(dataSource, email);
  await new CredentialRepository(dataSource).removeSecondFactors(id);
  const text = 'The second factors are removed, and all sessions ended.';
  return { text, data: { id } };
}

async function find(dataSource: DataSource, email: string): Promise<Account> {
  const accounts = await new AccountRepository(dataSource).list();
  const found = accounts.find((account) => account.email === email);
  if (!found) throw new CommandFailedError(`There is no account ${email}.`);
  return found;
}

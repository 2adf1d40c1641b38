import { parseArgs } from 'node:util';
import { AuditRepository } from '#editorial';
import { type Command, CommandFailedError, type CommandResult, UsageError } from './command.ts';
import { withCommandDatabase } from './command-database.ts';

/** `12:5f...`, as the check prints it. */
const HEAD = /^(\d+):([0-9a-f]{64})$/;

/** Checks the audit log, and erases what is known of one person. */
export const auditCommand: Command = {
  summary: 'Check that nobody has changed the audit log, or erase one person from the history',
  usage: `audit check [--head NUMBER:HASH]
audit erase ID
A check prints the head of the log. Store it elsewhere, and name it at the next check: so the check finds
out, too, when the newest rows were cut off. ID is that of an account: its changes stay, and say no more
whose they were.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { head: { type: 'string' } },
    });
    const [action, id, ...more] = positionals;
    if (action === 'check' && !id) return await check(values.head);
    if (action === 'erase' && id && more.length === 0) return await erase(id);
    throw new UsageError();
  },
};

async function check(head: string | undefined): Promise<CommandResult> {
  const [, seq, hash] = HEAD.exec(head ?? '') ?? [];
  if (head !== undefined && !hash) throw new UsageError('A head is a number, a colon and a hash.');
  const known = hash ? { seq: Number(seq), hash } : undefined;
  const result = await withCommandDatabase((dataSource) =>
    new AuditRepository(dataSource).check(known),
  );
  if (!result.ok) {
    throw new CommandFailedError(`The audit log is wrong: row ${result.seq} (${result.reason}).`);
  }
  const { rows, head: present } = result;
  const text = `The ${rows} rows of the audit log are right. Head: ${present.seq}:${present.hash}`;
  return { text, data: result };
}

async function erase(id: string): Promise<CommandResult> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new UsageError('An id is a UUID, as in `npm run amparo -- user list`.');
  }
  const rows = await withCommandDatabase((dataSource) =>
    new AuditRepository(dataSource).eraseAuthor(id, null, new Date()),
  );
  return { text: `Erased in ${rows} rows of the history.`, data: { id, rows } };
}

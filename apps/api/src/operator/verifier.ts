import type { DataSource } from 'typeorm';
import type { VerifiedKind } from '#contract';
import type { Access } from '#editorial';
import { AccountRepository, abilityFor, rightsOf } from '#identity';
import { accessOf } from '../admin/shared/access.ts';
import { CommandFailedError } from './command.ts';

/** What the operator of the server may do: everything. */
export const operatorAccess: Access = {
  author: { id: null, name: 'operator' },
  scope: null,
  confidential: true,
};

/**
 * Returns which records an account may verify.
 *
 * @throws CommandFailedError when there is no such account, or it may verify none
 */
export async function accessBy(
  dataSource: DataSource,
  email: string,
  kind: VerifiedKind,
): Promise<Access> {
  const accounts = await new AccountRepository(dataSource).list();
  const account = accounts.find((known) => known.email === email.toLowerCase());
  if (!account) throw new CommandFailedError(`There is no account ${email}.`);
  const ability = abilityFor(rightsOf(account));
  if (account.banned || !ability.can('verify', kind)) {
    throw new CommandFailedError(`The account ${email} may not verify records.`);
  }
  const { id, name, role } = account;
  return accessOf({ id, name, role, ability }, 'verify', kind);
}

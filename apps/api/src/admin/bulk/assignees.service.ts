import { Injectable } from '@nestjs/common';
import type { Person } from '#contract';
import type { Assignee } from '#editorial';
import { type Account, AccountRepository, abilityFor, rightsOf, scopeOf } from '#identity';
import { InvalidRequestError } from '../../http/problems/problems.ts';

/** The people who can look after records: those who may verify some. */
@Injectable()
export class AssigneesService {
  constructor(private readonly accounts: AccountRepository) {}

  /** Returns them by name. */
  async list(): Promise<{ items: Person[] }> {
    const accounts = (await this.accounts.list()).filter(mayVerify);
    return { items: accounts.map(({ id, name }) => ({ id, name })) };
  }

  /** @throws InvalidRequestError for an account that verifies nothing */
  async one(id: string): Promise<Assignee> {
    const account = await this.accounts.find(id);
    if (!account || !mayVerify(account)) {
      const detail = 'Name an account that may verify records.';
      throw new InvalidRequestError([{ name: 'change.value', detail }]);
    }
    // What an account may verify is the same for all kinds.
    return { id, scope: scopeOf(abilityFor(rightsOf(account)), 'verify', 'organization') };
  }
}

function mayVerify(account: Account): boolean {
  return !account.banned && abilityFor(rightsOf(account)).can('verify', 'organization');
}

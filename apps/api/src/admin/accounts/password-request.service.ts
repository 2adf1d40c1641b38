import { Inject, Injectable } from '@nestjs/common';
import { AccountRepository, IDENTITY_OPTIONS, type IdentityOptions } from '#identity';
import { NotFoundError } from '../../http/problems/problems.ts';
import { OUTBOX, type Outbox } from '../../mail/outbox.ts';
import { Throttle } from '../sign-ins/throttle.service.ts';
import type { Done, SignInOffer } from './accounts.schema.ts';

/** What is offered to those who cannot sign in. */
@Injectable()
export class PasswordRequestService {
  constructor(
    @Inject(OUTBOX) private readonly outbox: Outbox | null,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
    private readonly accounts: AccountRepository,
    private readonly throttle: Throttle,
  ) {}

  offer(): SignInOffer {
    const { provider } = this.options;
    return {
      password_by_mail: this.outbox !== null,
      provider: provider && { label: provider.label },
    };
  }

  /**
   * Mails a link to choose another password. The response is the same for an address without an
   * account, and so is the work: the mail that nobody gets is planned, too.
   *
   * @throws NotFoundError without a mail server, or TooManyError
   */
  async request(email: string, ip: string): Promise<Done> {
    if (!this.outbox) throw new NotFoundError('This server sends no mail: ask an administrator.');
    await this.throttle.count({ attempt: 'password-request', ip, account: email });
    const id = await this.accounts.idOf(email);
    await this.outbox.addAlone({ kind: 'password-reset', id });
    return { state: 'done' };
  }
}

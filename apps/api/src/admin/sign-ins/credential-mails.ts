import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRepository, type LinkPurpose, OneTimeLinkRepository } from '#identity';
import { MAIL_OPTIONS, type MailOptions } from '../../mail/mail-options.ts';
import { inBothLanguages } from '../../mail/mail-text.ts';
import type { Mail } from '../../mail/mailer.ts';
import { OUTBOX, type Outbox } from '../../mail/outbox.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { oneTimeUrl } from './one-time-url.ts';

/** Writes invitations and links for another password. Each link is made when its mail is written. */
@Injectable()
export class CredentialMails implements OnModuleInit {
  constructor(
    @Inject(OUTBOX) private readonly outbox: Outbox | null,
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions | null,
    private readonly accounts: AccountRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox?.writtenBy('invitation', (id) => this.write(id, true));
    this.outbox?.writtenBy('password-reset', (id) => this.write(id, false));
  }

  /** One who has not accepted an invitation gets another one instead of a link for a password. */
  private async write(id: string, isInvitation: boolean): Promise<Mail | null> {
    const account = await this.accounts.find(id);
    if (!account || !this.options || account.banned) return null;
    const { name, email: to, has_password } = account;
    if (isInvitation && has_password) return null;
    const purpose = has_password ? 'password-reset' : 'invitation';
    const { token } = await this.links.add(purpose, id, this.clock.now());
    const url = oneTimeUrl(this.options.origin, purpose, token);
    return { to, ...credentialText(purpose, { name, url }) };
  }
}

function credentialText(
  purpose: Exclude<LinkPurpose, 'set-up'>,
  { name, url }: { name: string; url: string },
): Pick<Mail, 'subject' | 'text'> {
  return inBothLanguages((t) => ({
    subject: t(`${purpose}.subject`),
    paragraphs: [
      ...[t('greeting', { name }), t(`${purpose}.body`), url],
      ...[t(`once.${purpose}`), t('unexpected')],
    ],
  }));
}

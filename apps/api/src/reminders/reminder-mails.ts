import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderRepository } from '#editorial';
import { confirmationUrl } from '#site';
import { MAIL_OPTIONS, type MailOptions } from '../mail/mail-options.ts';
import { inBothLanguages } from '../mail/mail-text.ts';
import type { Mail } from '../mail/mailer.ts';
import { OUTBOX, type Outbox } from '../mail/outbox.ts';
import { Clock } from '../public/shared/state/clock.ts';

/** Writes the mails that ask organizations, each with a link of its own. */
@Injectable()
export class ReminderMails implements OnModuleInit {
  constructor(
    @Inject(OUTBOX) private readonly outbox: Outbox,
    @Inject(MAIL_OPTIONS) private readonly options: MailOptions,
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.writtenBy('reminder', (id) => this.write(id));
  }

  private async write(id: string): Promise<Mail | null> {
    const organization = await this.reminders.receiver(id);
    if (!organization) return null;
    const token = await this.reminders.addLink(id, this.clock.now());
    const { origin } = this.options;
    const name = organization.name.replaceAll(/\s+/g, ' ');
    return {
      to: organization.email,
      ...inBothLanguages((t, language) => ({
        subject: t('reminder.subject', { name }),
        paragraphs: [
          ...[t('reminder.body', { name }), origin + confirmationUrl(language, token)],
          ...[t('reminder.once'), t('reminder.stop')],
          origin + confirmationUrl(language, token, 'unsubscribe'),
        ],
      })),
      // RFC 8058: mail programs show a button for it.
      headers: {
        'List-Unsubscribe': `<${origin}${confirmationUrl('en', token, 'unsubscribe')}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }
}

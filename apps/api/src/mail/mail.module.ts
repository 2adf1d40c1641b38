import { type DynamicModule, Module } from '@nestjs/common';
import { JOBS_OPTIONS, Jobs } from '../jobs/jobs.ts';
import { MAIL_OPTIONS, type MailOptions } from './mail-options.ts';
import { Mailer } from './mailer.ts';
import { OUTBOX, Outbox } from './outbox.ts';

/** Mails, for all that sends some. Without a mail server no job runs, and nothing polls the database. */
@Module({})
export class MailModule {
  static register(options: MailOptions | null): DynamicModule {
    const providers = options
      ? [
          Jobs,
          Mailer,
          { provide: OUTBOX, useClass: Outbox },
          { provide: JOBS_OPTIONS, useValue: options.jobs },
        ]
      : [{ provide: OUTBOX, useValue: null }];
    return {
      module: MailModule,
      global: true,
      providers: [...providers, { provide: MAIL_OPTIONS, useValue: options }],
      exports: [OUTBOX, MAIL_OPTIONS, ...(options ? [Jobs] : [])],
    };
  }
}

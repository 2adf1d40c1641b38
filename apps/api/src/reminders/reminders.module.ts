import { type DynamicModule, Module } from '@nestjs/common';
import type { VerificationDays } from '#contract';
import { ConfirmationRepository, ReminderRepository } from '#editorial';
import { VERIFICATION_DAYS } from '../admin/verification/verification-days.ts';
import { SharedModule } from '../public/shared/shared.module.ts';
import { SITE_OPTIONS, type SiteOptions } from '../site/shared/site-options.ts';
import { ConfirmationController } from './confirmation.controller.ts';
import { ConfirmationService } from './confirmation.service.ts';
import { ReminderMails } from './reminder-mails.ts';
import { REMINDER_TIME_ZONE, ReminderSchedule } from './reminder-schedule.ts';

export interface RemindersOptions {
  site: SiteOptions;
  verificationDays: VerificationDays;
  /** Where it is nine when mails are sent; null: none are sent. */
  timeZone: string | null;
}

/** Mails that ask organizations, and the pages behind their links, which work when no more are sent. */
@Module({})
export class RemindersModule {
  static register({ site, verificationDays, timeZone }: RemindersOptions): DynamicModule {
    const sending =
      timeZone === null
        ? []
        : [ReminderMails, ReminderSchedule, { provide: REMINDER_TIME_ZONE, useValue: timeZone }];
    return {
      module: RemindersModule,
      imports: [SharedModule],
      controllers: [ConfirmationController],
      providers: [
        ...[ConfirmationRepository, ConfirmationService, ReminderRepository, ...sending],
        { provide: SITE_OPTIONS, useValue: site },
        { provide: VERIFICATION_DAYS, useValue: verificationDays },
      ],
    };
  }
}

import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ReminderRepository } from '#editorial';
import { Jobs } from '../jobs/jobs.ts';
import { OUTBOX, type Outbox } from '../mail/outbox.ts';
import { Clock } from '../public/shared/state/clock.ts';

/** The token of the time zone of the schedule. */
export const REMINDER_TIME_ZONE = Symbol('REMINDER_TIME_ZONE');

const QUEUE = 'remind';
const AT_NINE = '0 9 * * *';
/** So that the first days of a large directory do not look like spam. */
const MAX_PER_DAY = 200;

/** Asks organizations each morning whether what the directory says of them is still right. */
@Injectable()
export class ReminderSchedule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    @Inject(OUTBOX) private readonly outbox: Outbox,
    @Inject(REMINDER_TIME_ZONE) private readonly timeZone: string,
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work({
      queue: QUEUE,
      run: async ({ id }) => {
        await this.remind();
        return { id, status: 'completed' };
      },
    });
    await this.jobs.schedule(QUEUE, AT_NINE, this.timeZone);
  }

  private async remind(): Promise<void> {
    const now = this.clock.now();
    await this.reminders.deleteOldLinks(now);
    for (const id of await this.reminders.due(now, MAX_PER_DAY)) {
      await this.reminders.markAsked(
        id,
        now,
        async (manager) => await this.outbox.add({ kind: 'reminder', id }, manager),
      );
    }
    this.outbox.deliverSoon();
  }
}

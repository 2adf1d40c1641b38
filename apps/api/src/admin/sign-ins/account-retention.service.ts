import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { AccountRetentionRepository } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Deletes sessions, links and counts that are of no use any more, when the server starts and hourly. */
@Injectable()
export class AccountRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly accounts: AccountRetentionRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.accounts.deleteExpired(this.clock.now());
    const next = async () => await this.accounts.deleteExpired(this.clock.now());
    // An hour later it is tried again.
    this.timer = setInterval(() => void next().catch(() => {}), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

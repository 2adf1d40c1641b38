import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { SuggestionRepository } from '#directory';
import { Clock } from '../shared/state/clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes old suggestions when the server starts, and daily. */
@Injectable()
export class SuggestionRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly suggestions: SuggestionRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.suggestions.deleteExpired(this.clock.now());
    const next = async () => await this.suggestions.deleteExpired(this.clock.now());
    // A day later it is tried again.
    this.timer = setInterval(() => void next().catch(() => {}), DAY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}

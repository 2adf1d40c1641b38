import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { RecordViewRepository } from '#editorial';
import { ViewCounts } from '../../http/views/view-counts.ts';
import { Clock } from '../../public/shared/state/clock.ts';

/** Rare, because a backup of the embedded engine begins again when something is written meanwhile. */
const INTERVAL_MS = 10 * 60_000;

/** Stores how often records were seen, every ten minutes and when the server stops. */
@Injectable()
export class RecordViews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  /** The last day on which the views of days that are over were looked at. */
  private day = '';

  constructor(
    @Inject(ViewCounts) private readonly counts: ViewCounts,
    private readonly views: RecordViewRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.store(), INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.store();
  }

  /** Stores what was counted; what cannot be stored is counted on, and tried again. */
  async store(): Promise<void> {
    const now = this.clock.now();
    const taken = this.counts.take();
    try {
      if (taken.size > 0) await this.views.add(taken, now);
    } catch {
      for (const [record, views] of taken) this.counts.add(record, views);
      return;
    }
    await this.forget(now);
  }

  private async forget(now: Date): Promise<void> {
    const today = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (this.day === today) return;
    // Where it fails it is tried again the next time.
    const isDone = await this.views.forget(now).then(
      () => true,
      () => false,
    );
    if (isDone) this.day = today;
  }
}

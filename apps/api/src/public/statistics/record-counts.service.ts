import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RecordCounts, StatisticsRepository } from '#directory';
import { ChangeSequence } from '../shared/state/change-sequence.ts';
import { Clock } from '../shared/state/clock.ts';
import { unlessLate } from '../shared/state/unless-late.ts';

/** What takes longer is answered with what was counted before. */
const LATE_AFTER_MS = 100;
const LATE = { afterMs: LATE_AFTER_MS, instead: undefined };
/** Counting takes at most one part in so many of the time. */
const PAUSE_FACTOR = 10;
/** Changes are counted of the last days. */
const MAX_AGE_MS = 60 * 60 * 1000;

interface Counted {
  counts: RecordCounts;
  at: Date;
  sequence: number;
}

/**
 * Counts sources and changes, which reads all of them: before the server is ready, and again after
 * changes, but not all the time.
 */
@Injectable()
export class RecordCountsService implements OnModuleInit {
  private counted: Counted | null = null;
  private counting: Promise<void> | null = null;
  private pausedUntil = 0;
  private lastTookMs = 0;
  private staleAt = 0;

  constructor(
    private readonly repository: StatisticsRepository,
    private readonly changes: ChangeSequence,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.changes.refresh();
    // Whoever needs the counts sees a failure.
    const recount = () => this.recount().catch(() => {});
    await recount();
    this.changes.onChange(recount);
  }

  /** Returns the last counts and when they were counted: after the last change if that is quick. */
  async current(): Promise<{ counts: RecordCounts; at: Date }> {
    const counting = this.recount();
    const isQuick = this.lastTookMs < LATE_AFTER_MS;
    if (!this.counted) await counting;
    // A failure is seen where there is nothing else to say.
    else if (isQuick)
      await unlessLate(
        counting.catch(() => {}),
        LATE,
      );
    return this.counted as Counted;
  }

  private async recount(): Promise<void> {
    if (this.counting) return await this.counting;
    const isCurrent = this.counted?.sequence === this.changes.last;
    if (isCurrent && performance.now() < this.staleAt) return;
    if (this.counted && performance.now() < this.pausedUntil) return;
    this.counting = this.count().finally(() => {
      this.counting = null;
    });
    await this.counting;
  }

  private async count(): Promise<void> {
    const started = performance.now();
    const sequence = this.changes.last;
    const at = this.clock.now();
    try {
      this.counted = { counts: await this.repository.count(at), at, sequence };
      this.staleAt = performance.now() + MAX_AGE_MS;
    } finally {
      this.lastTookMs = performance.now() - started;
      this.pausedUntil = performance.now() + PAUSE_FACTOR * this.lastTookMs;
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Statistics } from '#contract';
import { StatisticsRepository } from '#directory';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import { Clock } from '../shared/state/clock.ts';

/** Counts what the whole directory consists of. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly statistics: StatisticsRepository,
    private readonly listings: ListingIndexService,
    private readonly clock: Clock,
  ) {}

  async count(): Promise<Statistics> {
    const now = this.clock.now();
    const { sources, changes } = await this.statistics.count(now);
    const index = await this.listings.current();
    const by_status = index.byStatus();
    const total = Object.values(by_status).reduce((sum, count) => sum + count, 0);
    return {
      at: now.toISOString(),
      listings: { total, by_freshness: index.byFreshness(now), by_status },
      sources,
      changes,
    };
  }
}

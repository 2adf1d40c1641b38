import { Injectable } from '@nestjs/common';
import type { Statistics } from '#contract';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import { Clock } from '../shared/state/clock.ts';
import { RecordCountsService } from './record-counts.service.ts';

/** Counts what the whole directory consists of. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly records: RecordCountsService,
    private readonly listings: ListingIndexService,
    private readonly clock: Clock,
  ) {}

  async count(): Promise<Statistics> {
    const { counts, at } = await this.records.current();
    const index = await this.listings.current();
    const by_status = index.byStatus();
    const total = Object.values(by_status).reduce((sum, count) => sum + count, 0);
    return {
      at: at.toISOString(),
      listings: { total, by_freshness: index.byFreshness(this.clock.now()), by_status },
      ...counts,
    };
  }
}

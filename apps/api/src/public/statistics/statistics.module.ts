import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { RecordCountsService } from './record-counts.service.ts';
import { StatisticsController } from './statistics.controller.ts';
import { StatisticsService } from './statistics.service.ts';

/** Counts of the whole directory. */
@Module({
  imports: [SharedModule],
  controllers: [StatisticsController],
  providers: [RecordCountsService, StatisticsService],
})
export class StatisticsModule {}

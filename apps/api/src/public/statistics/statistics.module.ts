import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { StatisticsController } from './statistics.controller.ts';
import { StatisticsService } from './statistics.service.ts';

/** Counts of the whole directory. */
@Module({
  imports: [SharedModule],
  controllers: [StatisticsController],
  providers: [StatisticsService],
})
export class StatisticsModule {}

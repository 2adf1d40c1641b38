import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { StatisticsController } from './statistics.controller.ts';

/** Counts of the whole directory. */
@Module({
  imports: [SharedModule],
  controllers: [StatisticsController],
})
export class StatisticsModule {}

import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { SpeedDialsController } from './speed-dials.controller.ts';
import { SpeedDialsService } from './speed-dials.service.ts';

/** Codes of detention phones. */
@Module({
  imports: [SharedModule],
  controllers: [SpeedDialsController],
  providers: [SpeedDialsService],
})
export class SpeedDialsModule {}

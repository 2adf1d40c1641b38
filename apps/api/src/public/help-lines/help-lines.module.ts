import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { HelpLinesController } from './help-lines.controller.ts';

/** Help lines. */
@Module({
  imports: [SharedModule],
  controllers: [HelpLinesController],
})
export class HelpLinesModule {}

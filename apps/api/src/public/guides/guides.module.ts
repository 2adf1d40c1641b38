import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { GuidesController } from './guides.controller.ts';

/** Guides. */
@Module({
  imports: [SharedModule],
  controllers: [GuidesController],
})
export class GuidesModule {}

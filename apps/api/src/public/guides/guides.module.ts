import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { GuidesController } from './guides.controller.ts';
import { GuidesService } from './guides.service.ts';

/** Guides. */
@Module({
  imports: [SharedModule],
  controllers: [GuidesController],
  providers: [GuidesService],
})
export class GuidesModule {}

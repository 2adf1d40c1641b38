import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { MapController } from './map.controller.ts';
import { MapService } from './map.service.ts';

/** Points and clusters of a map window. */
@Module({
  imports: [SharedModule],
  controllers: [MapController],
  providers: [MapService],
})
export class MapModule {}

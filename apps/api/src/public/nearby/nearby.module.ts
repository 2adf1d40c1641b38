import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { NearbyController } from './nearby.controller.ts';
import { NearbyService } from './nearby.service.ts';
import { RegionFinder } from './region-finder.ts';
import { RemoteHelpService } from './remote-help.service.ts';

/** What is near a place or a point. */
@Module({
  imports: [SharedModule],
  controllers: [NearbyController],
  providers: [NearbyService, RegionFinder, RemoteHelpService],
})
export class NearbyModule {}

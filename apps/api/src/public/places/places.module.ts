import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { PlacesController } from './places.controller.ts';

/** Place names and postal codes. */
@Module({
  imports: [SharedModule],
  controllers: [PlacesController],
})
export class PlacesModule {}

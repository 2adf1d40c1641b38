import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { FacetsController } from './facets.controller.ts';
import { FacetsService } from './facets.service.ts';

/** Counts for the values of filters. */
@Module({
  imports: [SharedModule],
  controllers: [FacetsController],
  providers: [FacetsService],
})
export class FacetsModule {}

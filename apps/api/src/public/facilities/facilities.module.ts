import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { FacilitiesController } from './facilities.controller.ts';
import { FacilitiesService } from './facilities.service.ts';
import { FacilityHelpService } from './facility-help.service.ts';

/** Detention facilities and the help that reaches them. */
@Module({
  imports: [SharedModule],
  controllers: [FacilitiesController],
  providers: [FacilitiesService, FacilityHelpService],
})
export class FacilitiesModule {}

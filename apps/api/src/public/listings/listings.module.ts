import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { ListingsController } from './listings.controller.ts';
import { ListingsService } from './listings.service.ts';

/** Listings by filter, words and box. */
@Module({
  imports: [SharedModule],
  controllers: [ListingsController],
  providers: [ListingsService],
})
export class ListingsModule {}

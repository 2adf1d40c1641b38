import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { SuggestionsController } from './suggestions.controller.ts';

/** Reports of problems from readers. */
@Module({
  imports: [SharedModule],
  controllers: [SuggestionsController],
})
export class SuggestionsModule {}

import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { FormOpening } from './form-opening.ts';
import { SenderLimit } from './sender-limit.ts';
import { SuggestionRetention } from './suggestion-retention.service.ts';
import { SuggestionsController } from './suggestions.controller.ts';
import { SuggestionsService } from './suggestions.service.ts';

/** Reports of problems from readers. */
@Module({
  imports: [SharedModule],
  controllers: [SuggestionsController],
  providers: [FormOpening, SenderLimit, SuggestionRetention, SuggestionsService],
  exports: [FormOpening],
})
export class SuggestionsModule {}

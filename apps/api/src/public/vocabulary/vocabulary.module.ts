import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { VocabularyController } from './vocabulary.controller.ts';

/** The values of filters. */
@Module({
  imports: [SharedModule],
  controllers: [VocabularyController],
})
export class VocabularyModule {}

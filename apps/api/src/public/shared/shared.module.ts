import { Module } from '@nestjs/common';
import { ChangeSequence } from './change-sequence.ts';
import { Clock } from './clock.ts';
import { DirectoryEntryService } from './directory-entries/directory-entry.service.ts';
import { DirectoryReadModule } from './directory-read.module.ts';
import { ListingFilterService } from './listing-filter/listing-filter.service.ts';
import { VocabularyService } from './vocabulary.service.ts';

const services = [
  ChangeSequence,
  Clock,
  DirectoryEntryService,
  ListingFilterService,
  VocabularyService,
];

/** What several resources need. */
@Module({
  imports: [DirectoryReadModule],
  providers: services,
  exports: [DirectoryReadModule, ...services],
})
export class SharedModule {}

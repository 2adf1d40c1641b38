import { Module } from '@nestjs/common';
import { DirectoryEntryService } from './directory-entries/directory-entry.service.ts';
import { DirectoryReadModule } from './directory-read.module.ts';
import { FormerNameService } from './former-names/former-name.service.ts';
import { ListingFilterService } from './listing-filter/listing-filter.service.ts';
import { ListingIndexService } from './listing-index/listing-index.service.ts';
import { ValueCountsService } from './listing-index/value-counts.service.ts';
import { ChangeSequence } from './state/change-sequence.ts';
import { Clock } from './state/clock.ts';
import { VocabularyService } from './state/vocabulary.service.ts';

const services = [
  ChangeSequence,
  Clock,
  DirectoryEntryService,
  FormerNameService,
  ListingFilterService,
  ListingIndexService,
  ValueCountsService,
  VocabularyService,
];

/** What several resources need. */
@Module({
  imports: [DirectoryReadModule],
  providers: services,
  exports: [DirectoryReadModule, ...services],
})
export class SharedModule {}

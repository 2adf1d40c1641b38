import { Module, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseReader, retryingReader } from '#database';
import {
  ChangeSequenceRepository,
  DirectoryEntryRepository,
  FacetRepository,
  FormerNameRepository,
  GuideRepository,
  ListingIndexRepository,
  ListingSearchRepository,
  MapPinRepository,
  PlaceRepository,
  PublishedPageRepository,
  SnapshotRepository,
  StatisticsRepository,
  SuggestionRepository,
  TagRepository,
} from '#directory';

const reader: Provider = {
  provide: DatabaseReader,
  inject: [DataSource],
  useFactory: retryingReader,
};

const repositories = [
  ChangeSequenceRepository,
  DirectoryEntryRepository,
  FacetRepository,
  FormerNameRepository,
  GuideRepository,
  ListingIndexRepository,
  ListingSearchRepository,
  MapPinRepository,
  PlaceRepository,
  PublishedPageRepository,
  SnapshotRepository,
  StatisticsRepository,
  SuggestionRepository,
  TagRepository,
];

/** The repositories of the directory, all on one `DatabaseReader`. */
@Module({ providers: [reader, ...repositories], exports: repositories })
export class DirectoryReadModule {}

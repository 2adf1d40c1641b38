import { Module, type Provider } from '@nestjs/common';

import { DataSource } from 'typeorm';
import { retryingReader } from '#database';
import {
  ChangeSequenceRepository,
  DirectoryEntryRepository,
  FacetRepository,
  GuideRepository,
  ListingSearchRepository,
  MapSearchRepository,
  PlaceRepository,
  PublishedPageRepository,
  SnapshotRepository,
  StatisticsRepository,
  SuggestionRepository,
  TagRepository,
} from '#directory';
import { FacetsController } from './facets/facets.controller.ts';
import { FacetsService } from './facets/facets.service.ts';
import { FacilitiesController } from './facilities/facilities.controller.ts';
import { FacilitiesService } from './facilities/facilities.service.ts';
import { FacilityHelpService } from './facilities/facility-help.service.ts';
import { GuidesController } from './guides/guides.controller.ts';
import { HelpLinesController } from './help-lines/help-lines.controller.ts';
import { ListingsController } from './listings/listings.controller.ts';
import { ListingsService } from './listings/listings.service.ts';
import { MapController } from './map/map.controller.ts';
import { MapService } from './map/map.service.ts';
import { NearbyController } from './nearby/nearby.controller.ts';
import { NearbyService } from './nearby/nearby.service.ts';
import { RegionFinder } from './nearby/region-finder.ts';
import { RemoteHelpService } from './nearby/remote-help.service.ts';
import { OrganizationsController } from './organizations/organizations.controller.ts';
import { PlacesController } from './places/places.controller.ts';
import { ChangeSequence } from './shared/change-sequence.ts';
import { Clock } from './shared/clock.ts';
import { DirectoryEntryService } from './shared/directory-entries/directory-entry.service.ts';
import { ListingFilterService } from './shared/listing-filter/listing-filter.service.ts';
import { VocabularyService } from './shared/vocabulary.service.ts';
import { SnapshotController } from './snapshot/snapshot.controller.ts';
import { SnapshotService } from './snapshot/snapshot.service.ts';
import { SpeedDialsController } from './speed-dials/speed-dials.controller.ts';
import { SpeedDialsService } from './speed-dials/speed-dials.service.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { SuggestionsController } from './suggestions/suggestions.controller.ts';
import { VocabularyController } from './vocabulary/vocabulary.controller.ts';

const repositories: Provider[] = [
  DirectoryEntryRepository,
  ChangeSequenceRepository,
  FacetRepository,
  GuideRepository,
  ListingSearchRepository,
  MapSearchRepository,
  PlaceRepository,
  PublishedPageRepository,
  SnapshotRepository,
  StatisticsRepository,
  TagRepository,
].map((repository) => ({
  provide: repository,
  inject: [DataSource],
  useFactory: (db: DataSource) => new repository(retryingReader(db)),
}));

/** What anyone may read. */
@Module({
  controllers: [
    NearbyController,
    ListingsController,
    MapController,
    OrganizationsController,
    HelpLinesController,
    FacilitiesController,
    SpeedDialsController,
    GuidesController,
    VocabularyController,
    PlacesController,
    SnapshotController,
    FacetsController,
    StatisticsController,
    SuggestionsController,
  ],
  providers: [
    ...repositories,
    {
      provide: SuggestionRepository,
      inject: [DataSource],
      useFactory: (db: DataSource) => new SuggestionRepository(db),
    },
    Clock,
    ChangeSequence,
    VocabularyService,
    ListingFilterService,
    ListingsService,
    RegionFinder,
    RemoteHelpService,
    MapService,
    NearbyService,
    DirectoryEntryService,
    FacilitiesService,
    FacilityHelpService,
    SpeedDialsService,
    SnapshotService,
    FacetsService,
  ],
  exports: [ChangeSequence],
})
export class PublicModule {}

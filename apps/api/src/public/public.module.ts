import { Module, type Provider } from '@nestjs/common';

import { DataSource } from 'typeorm';
import { patientReader } from '#database';
import {
  CardSearchRepository,
  ChangeSequenceRepository,
  FacetRepository,
  GuideRepository,
  ListingSearchRepository,
  MapSearchRepository,
  PublishedPageRepository,
  SnapshotRepository,
  StatisticsRepository,
  SuggestionRepository,
  TagRepository,
} from '#directory';
import { PlaceRepository } from '#geo';
import { AfarService } from './afar.service.ts';
import { CardsService } from './cards.service.ts';
import { ChangeSequence } from './change-sequence.ts';
import { Clock } from './clock.ts';
import { FacilitiesController } from './detention/facilities.controller.ts';
import { FacilitiesService } from './detention/facilities.service.ts';
import { FacilityHelpService } from './detention/facility-help.service.ts';
import { SpeedDialsController } from './detention/speed-dials.controller.ts';
import { SpeedDialsService } from './detention/speed-dials.service.ts';
import { FacetsController } from './facets.controller.ts';
import { FacetsService } from './facets.service.ts';
import { GuidesController } from './guides/guides.controller.ts';
import { HelpLinesController } from './help-lines.controller.ts';
import { ListingQuestionService } from './listing-question.service.ts';
import { ListingsController } from './listings.controller.ts';
import { ListingsService } from './listings.service.ts';
import { MapController } from './map.controller.ts';
import { MapService } from './map.service.ts';
import { NearbyController } from './nearby.controller.ts';
import { NearbyService } from './nearby.service.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { PlacesController } from './places.controller.ts';
import { RegionFinder } from './region-finder.ts';
import { SnapshotController } from './snapshot.controller.ts';
import { SnapshotService } from './snapshot.service.ts';
import { StatisticsController } from './statistics.controller.ts';
import { SuggestionsController } from './suggestions.controller.ts';
import { VocabularyController } from './vocabulary.controller.ts';
import { VocabularyService } from './vocabulary.service.ts';

const repositories: Provider[] = [
  CardSearchRepository,
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
  useFactory: (db: DataSource) => new repository(patientReader(db)),
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
    ListingQuestionService,
    ListingsService,
    RegionFinder,
    AfarService,
    MapService,
    NearbyService,
    CardsService,
    FacilitiesService,
    FacilityHelpService,
    SpeedDialsService,
    SnapshotService,
    FacetsService,
  ],
  exports: [ChangeSequence],
})
export class PublicModule {}

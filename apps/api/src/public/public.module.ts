import { Module } from '@nestjs/common';
import { FacetsModule } from './facets/facets.module.ts';
import { FacilitiesModule } from './facilities/facilities.module.ts';
import { GuidesModule } from './guides/guides.module.ts';
import { HelpLinesModule } from './help-lines/help-lines.module.ts';
import { ListingsModule } from './listings/listings.module.ts';
import { MapModule } from './map/map.module.ts';
import { NearbyModule } from './nearby/nearby.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { PlacesModule } from './places/places.module.ts';
import { SnapshotModule } from './snapshot/snapshot.module.ts';
import { SpeedDialsModule } from './speed-dials/speed-dials.module.ts';
import { StatisticsModule } from './statistics/statistics.module.ts';
import { SuggestionsModule } from './suggestions/suggestions.module.ts';
import { VocabularyModule } from './vocabulary/vocabulary.module.ts';

/** Every resource that anyone may read, one module each. */
@Module({
  imports: [
    NearbyModule,
    ListingsModule,
    MapModule,
    FacetsModule,
    OrganizationsModule,
    HelpLinesModule,
    FacilitiesModule,
    SpeedDialsModule,
    GuidesModule,
    PlacesModule,
    VocabularyModule,
    SnapshotModule,
    StatisticsModule,
    SuggestionsModule,
  ],
})
export class PublicModule {}

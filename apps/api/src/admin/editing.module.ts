import { type DynamicModule, Module } from '@nestjs/common';
import {
  type ConsoleTiles,
  editedKinds,
  type FourEyes,
  type VerificationDays,
  verifiedKinds,
} from '#contract';
import {
  AuditRepository,
  BulkChangeRepository,
  BulkUndoRepository,
  FOUR_EYES,
  OverviewRepository,
  PlaceCheckRepository,
  PreviewRepository,
  RecordListRepository,
  RecordRepository,
  RecordViewRepository,
  ReviewRepository,
  RevisionRepository,
  SavedViewRepository,
  VerificationQueueRepository,
  VerificationRepository,
} from '#editorial';
import { ViewCounts } from '../http/views/view-counts.ts';
import type { SiteOptions } from '../site/shared/site-options.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import { AdminModule } from './admin.module.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AssigneesService } from './bulk/assignees.service.ts';
import { BulkChangeController } from './bulk/bulk-change.controller.ts';
import { BulkChangeService } from './bulk/bulk-change.service.ts';
import { HistoryService } from './history/history.service.ts';
import { historyController } from './history/history-controller.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewService } from './overview/overview.service.ts';
import { CONSOLE_TILES, ConsoleTilesController } from './places/console-tiles.controller.ts';
import { PlaceChecksController } from './places/place-checks.controller.ts';
import { PreviewController } from './preview/preview.controller.ts';
import { PREVIEW_SITE, PreviewService } from './preview/preview.service.ts';
import { recordController } from './records/record-controller.ts';
import { RecordListController } from './records/record-list.controller.ts';
import { RecordListService } from './records/record-list.service.ts';
import { RecordsService } from './records/records.service.ts';
import { OwnProposalsController } from './review/own-proposals.controller.ts';
import { proposalController } from './review/proposal-controller.ts';
import { ReviewService } from './review/review.service.ts';
import { SuggestionReviewController } from './review/suggestion-review.controller.ts';
import { SavedViewsController } from './saved-views/saved-views.controller.ts';
import { SavedViewsService } from './saved-views/saved-views.service.ts';
import { VerificationService } from './verification/verification.service.ts';
import {
  VerificationQueueController,
  verificationController,
} from './verification/verification-controller.ts';
import { VERIFICATION_DAYS } from './verification/verification-days.ts';
import { RecordViews } from './views/record-views.service.ts';

interface EditingOptions {
  /** After how many days kinds of data should be verified again. */
  verificationDays: VerificationDays;
  /** When changes need somebody else than their author. */
  fourEyes: FourEyes;
  /** How often records were seen since that was stored last. */
  views: ViewCounts;
  /** null: the site was not built. */
  site: SiteOptions | null;
  /** null: no street tiles are configured. */
  tiles: TileSource | null;
}

/** Records, their history, their review and their verification. */
@Module({})
export class EditingModule {
  static register({
    verificationDays,
    fourEyes,
    views,
    site,
    tiles,
  }: EditingOptions): DynamicModule {
    return {
      module: EditingModule,
      imports: [AdminModule],
      controllers: [
        AuditController,
        ConsoleTilesController,
        PlaceChecksController,
        PreviewController,
        BulkChangeController,
        OverviewController,
        OwnProposalsController,
        SavedViewsController,
        RecordListController,
        VerificationQueueController,
        SuggestionReviewController,
        ...editedKinds.flatMap((kind) => [
          recordController(kind),
          historyController(kind),
          proposalController(kind),
        ]),
        ...verifiedKinds.map(verificationController),
      ],
      providers: [
        ...[RecordRepository, RecordListRepository, RevisionRepository, ReviewRepository],
        ...[PlaceCheckRepository, PreviewRepository, PreviewService],
        ...[VerificationRepository, VerificationQueueRepository, AuditRepository],
        ...[OverviewRepository, OverviewService, RecordListService],
        ...[BulkChangeRepository, BulkUndoRepository, BulkChangeService, AssigneesService],
        ...[SavedViewRepository, SavedViewsService],
        ...[RecordsService, HistoryService, ReviewService, VerificationService],
        { provide: VERIFICATION_DAYS, useValue: verificationDays },
        { provide: FOUR_EYES, useValue: fourEyes },
        { provide: PREVIEW_SITE, useValue: site },
        { provide: CONSOLE_TILES, useValue: tilesOf(tiles) },
        ...[RecordViews, RecordViewRepository],
        { provide: ViewCounts, useValue: views },
      ],
    };
  }
}

function tilesOf(tiles: TileSource | null): ConsoleTiles {
  const offer = tiles?.offer ?? null;
  return { public: offer, private: tiles?.isLocal ? offer : null };
}

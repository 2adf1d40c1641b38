import { type DynamicModule, Module } from '@nestjs/common';
import { type ConsoleTiles, editedKinds, type VerificationDays, verifiedKinds } from '#contract';
import {
  AuditRepository,
  PlaceCheckRepository,
  PreviewRepository,
  RecordListRepository,
  RecordRepository,
  ReviewRepository,
  RevisionRepository,
  VerificationQueueRepository,
  VerificationRepository,
} from '#editorial';
import type { SiteOptions } from '../site/shared/site-options.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import { AdminModule } from './admin.module.ts';
import { AuditController } from './audit/audit.controller.ts';
import { HistoryService } from './history/history.service.ts';
import { historyController } from './history/history-controller.ts';
import { CONSOLE_TILES, ConsoleTilesController } from './places/console-tiles.controller.ts';
import { PlaceChecksController } from './places/place-checks.controller.ts';
import { PreviewController } from './preview/preview.controller.ts';
import { PREVIEW_SITE, PreviewService } from './preview/preview.service.ts';
import { recordController } from './records/record-controller.ts';
import { RecordListController } from './records/record-list.controller.ts';
import { RecordsService } from './records/records.service.ts';
import { proposalController } from './review/proposal-controller.ts';
import { ReviewService } from './review/review.service.ts';
import { SuggestionReviewController } from './review/suggestion-review.controller.ts';
import { VerificationService } from './verification/verification.service.ts';
import {
  VerificationQueueController,
  verificationController,
} from './verification/verification-controller.ts';
import { VERIFICATION_DAYS } from './verification/verification-days.ts';

interface EditingOptions {
  verificationDays: VerificationDays;
  /** null: the site was not built. */
  site: SiteOptions | null;
  /** null: no street tiles are configured. */
  tiles: TileSource | null;
}

/** Records, their history, their review and their verification. */
@Module({})
export class EditingModule {
  static register({ verificationDays, site, tiles }: EditingOptions): DynamicModule {
    return {
      module: EditingModule,
      imports: [AdminModule],
      controllers: [
        AuditController,
        ConsoleTilesController,
        PlaceChecksController,
        PreviewController,
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
        ...[RecordsService, HistoryService, ReviewService, VerificationService],
        { provide: VERIFICATION_DAYS, useValue: verificationDays },
        { provide: PREVIEW_SITE, useValue: site },
        { provide: CONSOLE_TILES, useValue: tilesOf(tiles) },
      ],
    };
  }
}

function tilesOf(tiles: TileSource | null): ConsoleTiles {
  const offer = tiles?.offer ?? null;
  return { public: offer, private: tiles?.isLocal ? offer : null };
}

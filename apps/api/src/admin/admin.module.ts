import { type DynamicModule, Module } from '@nestjs/common';
import { editedKinds, type VerificationDays, verifiedKinds } from '#contract';
import {
  AuditRepository,
  RecordListRepository,
  RecordRepository,
  ReviewRepository,
  RevisionRepository,
  VerificationQueueRepository,
  VerificationRepository,
} from '#editorial';
import { AccessTokenRepository } from '#identity';
import { SharedModule } from '../public/shared/shared.module.ts';
import { AuditController } from './audit/audit.controller.ts';
import { HistoryService } from './history/history.service.ts';
import { historyController } from './history/history-controller.ts';
import { recordController } from './records/record-controller.ts';
import { RecordListController } from './records/record-list.controller.ts';
import { RecordsService } from './records/records.service.ts';
import { proposalController } from './review/proposal-controller.ts';
import { ReviewService } from './review/review.service.ts';
import { SuggestionReviewController } from './review/suggestion-review.controller.ts';
import { AdminGuard } from './shared/admin.guard.ts';
import { VERIFICATION_DAYS, VerificationService } from './verification/verification.service.ts';
import {
  VerificationQueueController,
  verificationController,
} from './verification/verification-controller.ts';

/** What the people who keep the records use. */
@Module({})
export class AdminModule {
  static register(verificationDays: VerificationDays): DynamicModule {
    return {
      module: AdminModule,
      imports: [SharedModule],
      controllers: [
        AuditController,
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
        ...[AccessTokenRepository, AdminGuard],
        ...[RecordRepository, RecordListRepository, RevisionRepository, ReviewRepository],
        ...[VerificationRepository, VerificationQueueRepository, AuditRepository],
        ...[RecordsService, HistoryService, ReviewService, VerificationService],
        { provide: VERIFICATION_DAYS, useValue: verificationDays },
      ],
      exports: [AdminGuard, AccessTokenRepository],
    };
  }
}

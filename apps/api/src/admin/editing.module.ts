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
import { AdminModule } from './admin.module.ts';
import { AuditController } from './audit/audit.controller.ts';
import { HistoryService } from './history/history.service.ts';
import { historyController } from './history/history-controller.ts';
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

/** Records, their history, their review and their verification. */
@Module({})
export class EditingModule {
  static register(verificationDays: VerificationDays): DynamicModule {
    return {
      module: EditingModule,
      imports: [AdminModule],
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
        ...[RecordRepository, RecordListRepository, RevisionRepository, ReviewRepository],
        ...[VerificationRepository, VerificationQueueRepository, AuditRepository],
        ...[RecordsService, HistoryService, ReviewService, VerificationService],
        { provide: VERIFICATION_DAYS, useValue: verificationDays },
      ],
    };
  }
}

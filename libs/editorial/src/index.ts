export { AuditRepository } from './audit/audit.repository.ts';
export { BulkChangeRepository } from './bulk/bulk-change.repository.ts';
export { BulkUndoRepository } from './bulk/bulk-undo.repository.ts';
export type { Assignee } from './bulk/record-care.ts';
export { RevisionRepository } from './history/revision.repository.ts';
export { OverviewRepository } from './overview/overview.repository.ts';
export { PlaceCheckRepository } from './place/place-check.repository.ts';
export type { Access, RecordReference } from './record/author.ts';
export {
  NeedsReviewError,
  OutOfScopeError,
  RecordConflictError,
  RecordNotFoundError,
  RecordRejectedError,
  StaleRecordError,
} from './record/errors.ts';
export { FOUR_EYES } from './record/four-eyes.ts';
export { PreviewRepository } from './record/preview.repository.ts';
export { RecordRepository } from './record/record.repository.ts';
export { RecordListRepository } from './record/record-list.repository.ts';
export {
  ConfirmationRepository,
  type LinkState,
} from './reminder/confirmation.repository.ts';
export { ReminderRepository } from './reminder/reminder.repository.ts';
export { ReviewRepository, type ReviewResult } from './review/review.repository.ts';
export { SavedViewRepository } from './saved-view/saved-view.repository.ts';
export { RecordViewRepository } from './verification/record-view.repository.ts';
export { VerificationRepository } from './verification/verification.repository.ts';
export { VerificationQueueRepository } from './verification/verification-queue.repository.ts';

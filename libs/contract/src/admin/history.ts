import type { Difference } from './differences.ts';
import type { RecordDocument, RevisionNote } from './record-document.ts';
import type { EditedKind } from './role.ts';

export const revisionActions = ['created', 'updated', 'deleted', 'restored', 'reverted'] as const;
export type RevisionAction = (typeof revisionActions)[number];

/** A change of a record, in a list. */
export interface RevisionSummary {
  id: string;
  kind: EditedKind;
  record_id: string;
  /** That the record has after it. */
  version: number;
  action: RevisionAction;
  made_at: string;
  /** null: their data were erased. */
  author: { id: string; name: string } | null;
  reason: string | null;
  source: RevisionNote['source'] | null;
}

/** A change of a record, with the states before and after it. */
export interface Revision extends RevisionSummary {
  /** null: the record was not there. */
  before: RecordDocument | null;
  after: RecordDocument | null;
  differences: Difference[];
}

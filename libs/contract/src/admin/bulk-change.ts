import type { RevisionNote } from './record-document.ts';
import type { EditedKind } from './role.ts';

export const bulkActions = ['assign', 'request_verification', 'set', 'add', 'remove'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Fields of which each record has one value, and those to which values are added. */
export const bulkFields = {
  set: ['website', 'confidence', 'field_office'],
  list: ['languages', 'service_types', 'regions'],
} as const;
export type BulkField = (typeof bulkFields)['set' | 'list'][number];

/** What is done with each of many records. */
export interface BulkChange {
  action: BulkAction;
  /** Of `set`, `add` and `remove`. */
  field: BulkField | null;
  /** The new value; of `assign`: the id of an account, or null for nobody. */
  value: string | null;
}

/** The most records that one bulk change is about, and that one request contains. */
export const MAX_BULK_RECORDS = 500;
export const MAX_BULK_PART = 100;

/** A record that was selected. */
export interface SelectedRecord {
  kind: EditedKind;
  id: string;
  /** That was shown when it was selected. */
  version: number;
}

/** A part of a bulk change; parts with the same `Idempotency-Key` are one change. */
export interface BulkChangeRequest {
  change: BulkChange;
  /** Needed where fields are changed. */
  revision: RevisionNote | null;
  records: SelectedRecord[];
}

export const bulkOutcomes = ['done', 'unchanged', 'changed_since', 'not_found', 'refused'] as const;
/** `changed_since`: somebody changed the record after it was selected, or after the bulk change. */
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** What became of one record. */
export interface BulkResult {
  kind: EditedKind;
  id: string;
  outcome: BulkOutcome;
  /** Why it was refused. */
  detail: string | null;
}

export interface BulkChangeReport {
  /** By which it is undone. */
  id: string;
  results: BulkResult[];
}

/** A part of what was undone, and how many records are left: ask again until there are none. */
export interface BulkUndoReport {
  results: BulkResult[];
  left: number;
}

/** A bulk change that was made. */
export interface BulkChangeSummary {
  id: string;
  change: BulkChange;
  made_at: string;
  undone_at: string | null;
  /** How many records it changed. */
  done: number;
}

/** A view of the list of records that somebody has stored. */
export interface SavedView {
  id: string;
  name: string;
  /** As in the address of the list: `due=never&region=US-TX`. */
  query: string;
}

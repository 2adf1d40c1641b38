import type { EditedKind, EditedRecord, RecordDocument, RevisionNote } from '#contract';
import { today } from '../../i18n/texts.ts';

/** The record that a form is about. */
export interface RecordEditorProps {
  kind: EditedKind;
  /** null: a new one. */
  record: EditedRecord | null;
  document: RecordDocument;
  /** What was done last, for those who do not see it. */
  message: string;
  /** Called with a record that was published, or null for a change that was proposed. */
  onSaved: (saved: EditedRecord | null) => void;
}

/** What the form holds: the record, and why it is changed. */
export interface EditorValues {
  document: RecordDocument;
  revision: RevisionNote;
}

/** An empty note of today. */
export function newNote(): RevisionNote {
  return { reason: null, source: { url: null, what: '', date: today() } };
}

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import type { EditedRecord, RecordDocument, VerificationMethod } from '#contract';
import {
  createRecord,
  kindPaths,
  proposeRecord,
  type RecordEdit,
  saveRecord,
} from '../../api-client/records.ts';
import { ProblemError } from '../../api-client/request.ts';
import { verifyRecord } from '../../api-client/verification.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { today } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import type { EditorValues, RecordEditorProps } from './editor-values.ts';
import { withEmptyParts, withoutEmptyParts } from './empty-parts.ts';
import { showProblems } from './show-problems.ts';

export interface RecordSave {
  save: Action<[]>;
  /** Whether nothing of the form has to be saved any more. */
  isSaved(): boolean;
  /** The record as somebody else has published it in the meantime; null: nobody has. */
  conflict: EditedRecord | null;
  /** Goes on with a merged document, on top of what somebody else has published. */
  takeCurrent(merged: RecordDocument, current: EditedRecord): void;
  /** Whether a change is published at once; else it is proposed. */
  mayPublish: boolean;
}

/** Saves what a form holds: creates, publishes or proposes it. */
export function useRecordSave(
  { kind, record, onSaved }: RecordEditorProps,
  form: UseFormReturn<EditorValues>,
): RecordSave {
  const { ability } = useSession();
  const navigate = useNavigate();
  const [conflict, setConflict] = useState<EditedRecord | null>(null);
  const [version, setVersion] = useState(record?.version ?? 0);
  const isSaved = useRef(false);
  const [key] = useState(() => crypto.randomUUID());
  const confirmChanged = useConfirmation();
  const queries = useQueryClient();
  const [mustPropose, setMustPropose] = useState(false);
  const mayPublish = ability.can(record ? 'update' : 'create', kind) && !mustPropose;
  const publish = async (edit: RecordEdit) => {
    if (!record) {
      const created = await createRecord(kind, edit, key);
      isSaved.current = true;
      await navigate(`/records/${kindPaths[kind]}/${created.id}`);
    } else if (mayPublish) {
      const saved = await saveRecord(record, version, edit);
      isSaved.current = true;
      await queries.invalidateQueries({ queryKey: ['records'] });
      onSaved((await confirmChanged(saved)) ?? saved);
    } else {
      await proposeRecord(record, version, edit);
      isSaved.current = true;
      onSaved(null);
    }
  };

  const save = useAction(async () => {
    const { document, revision } = structuredClone(form.getValues());
    await publish({ document: withoutEmptyParts(document), revision }).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'needs-review') setMustPropose(true);
      const current = currentOf(error);
      if (!current) throw shown(error, form);
      setConflict(current);
    });
  });
  const takeCurrent = (merged: RecordDocument, current: EditedRecord) => {
    mergeInto(form, merged, current);
    setVersion(current.version);
    setConflict(null);
  };
  return { save, isSaved: () => isSaved.current, conflict, takeCurrent, mayPublish };
}

/** The record as somebody else has published it, where that is why a change was refused. */
function currentOf(error: unknown): EditedRecord | null {
  if (!(error instanceof ProblemError) || error.status !== 412) return null;
  return error.problem.current as EditedRecord;
}

/** Shows what the server refuses at its fields. */
function shown(error: unknown, form: UseFormReturn<EditorValues>): unknown {
  if (error instanceof ProblemError) showProblems(error, form.setError);
  return error;
}

/** The form begins with what is published now, and has what was merged. */
function mergeInto(
  form: UseFormReturn<EditorValues>,
  merged: RecordDocument,
  current: EditedRecord,
): void {
  form.reset({ document: withEmptyParts(current.document), revision: form.getValues('revision') });
  form.setValue('document', withEmptyParts(merged), { shouldDirty: true });
}

/** When a call led to the change, the change confirms the record, and the next call is up. */
function useConfirmation(): (saved: EditedRecord) => Promise<EditedRecord | null> {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  return async (saved) => {
    const method = query.get('verify') as VerificationMethod | null;
    if (!method) return null;
    const outcome = { outcome: 'changed', method, note: null, date: today() } as const;
    const confirmed = await verifyRecord(saved, outcome);
    await navigate('/verification');
    return confirmed;
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkChange, BulkResult, RecordListItem, RevisionNote } from '#contract';
import { sendBulkChange, undoBulkChange } from '../../../api-client/record-lists.ts';
import { useAction } from '../../../components/use-action.ts';

/** So many records are sent at a time, so that somebody sees how far it is. */
const PART = 20;

interface BulkRun {
  /** null: nothing was sent yet. */
  id: string | null;
  isUndo: boolean;
  results: BulkResult[];
}

/** Changes records part by part, and takes that back. */
export function useBulkRun() {
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [run, setRun] = useState<BulkRun>({ id: null, isUndo: false, results: [] });
  const apply = useAction(
    async (change: BulkChange, revision: RevisionNote | null, records: RecordListItem[]) => {
      // What was sent before an interruption is sent again, and done once.
      const results: BulkResult[] = [];
      for (let start = 0; start < records.length; start += PART) {
        const part = records.slice(start, start + PART);
        const selected = part.map(({ kind, id, version }) => ({ kind, id, version }));
        const report = await sendBulkChange({ change, revision, records: selected }, key);
        results.push(...report.results);
        setRun({ id: report.id, isUndo: false, results: [...results] });
      }
      await queries.invalidateQueries();
    },
  );
  const undo = useAction(async (id: string) => {
    const results: BulkResult[] = [];
    setRun({ id, isUndo: true, results });
    for (;;) {
      const report = await undoBulkChange(id);
      results.push(...report.results);
      setRun({ id, isUndo: true, results: [...results] });
      if (report.left === 0) break;
    }
    await queries.invalidateQueries();
  });
  return { run, apply, undo };
}

import type { RecordListItem } from '#contract';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { BulkForm } from './bulk-form.tsx';
import { BulkReport } from './bulk-report.tsx';
import { useBulkRun } from './use-bulk-run.ts';

interface BulkDialogProps {
  records: RecordListItem[];
  /** Called when something was changed. */
  onDone: () => void;
  onClose: () => void;
}

/** Changes the selected records: says how many these are, how far it is, and what became of each. */
export function BulkDialog({ records, onDone, onClose }: BulkDialogProps) {
  const { t } = useMessages();
  const { run, apply, undo } = useBulkRun();
  const isRunning = apply.isRunning || undo.isRunning;
  const close = () => {
    if (run.id !== null) onDone();
    onClose();
  };
  return (
    <Dialog title={t('bulk.change')} onClose={close}>
      <p>{t('bulk.about', { count: records.length })}</p>
      <ErrorNotice error={apply.error ?? undo.error} />
      {isRunning && <Progress done={run.results.length} all={records.length} />}
      {!isRunning && (run.id === null || apply.error !== null) && (
        <BulkForm
          count={records.length}
          onSubmit={(change, revision) => void apply.run(change, revision, records)}
        />
      )}
      {!isRunning && run.id !== null && apply.error === null && (
        <BulkReport
          results={run.results}
          isUndo={run.isUndo}
          nameOf={(id) => records.find((record) => record.id === id)?.name ?? id}
          onUndo={() => void undo.run(String(run.id))}
        />
      )}
    </Dialog>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  const { t } = useMessages();
  return (
    <>
      <p role="status">{t('bulk.progress', { done, all })}</p>
      <progress value={done} max={all} aria-label={t('bulk.progress', { done, all })} />
    </>
  );
}

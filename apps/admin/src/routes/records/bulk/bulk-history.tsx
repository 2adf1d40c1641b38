import { useQuery } from '@tanstack/react-query';
import type { BulkChangeSummary } from '#contract';
import { listBulkChanges } from '../../../api-client/record-lists.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { momentText } from '../../../i18n/texts.ts';
import { bulkText } from './bulk-choices.ts';
import { useBulkRun } from './use-bulk-run.ts';

/** One's own latest bulk changes, each with its undo. */
export function BulkHistory() {
  const { t } = useMessages();
  const { data = [], error } = useQuery({ queryKey: ['bulk-changes'], queryFn: listBulkChanges });
  if (data.length === 0 && !error) return null;
  return (
    <details className="item">
      <summary>{t('bulk.history')}</summary>
      <div className="item-fields">
        <ErrorNotice error={error} />
        <ul className="rows">
          {data.map((change) => (
            <BulkChangeItem key={change.id} summary={change} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function BulkChangeItem({ summary }: { summary: BulkChangeSummary }) {
  const { t, locale } = useMessages();
  const { run, undo } = useBulkRun();
  const { id, change, made_at, undone_at, done } = summary;
  const undone = run.results.filter(({ outcome }) => outcome === 'done').length;
  const value = change.action === 'assign' ? null : change.value;
  return (
    <li>
      <span>
        {momentText(made_at, locale)}: {t(bulkText(change))} {value}{' '}
        {t('bulk.changed', { count: done })}
      </span>
      <ErrorNotice error={undo.error} />
      <span role="status">
        {undo.isRunning && t('bulk.progress', { done: run.results.length, all: done })}
        {!undo.isRunning && run.isUndo && t('bulk.undone', { count: undone })}
        {!run.isUndo && undone_at && t('bulk.wasUndone')}
      </span>
      {!undone_at && !run.isUndo && done > 0 && (
        <button type="button" className="quiet" onClick={() => void undo.run(id)}>
          {t('bulk.undo')}
        </button>
      )}
    </li>
  );
}

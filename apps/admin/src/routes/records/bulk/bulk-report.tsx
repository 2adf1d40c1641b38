import type { BulkResult } from '#contract';
import { useMessages } from '../../../i18n/messages.tsx';

interface BulkReportProps {
  results: BulkResult[];
  /** Whether it tells of what was taken back. */
  isUndo: boolean;
  nameOf: (id: string) => string;
  onUndo: () => void;
}

/** What became of the records: how many were changed, and which were not, with the reason. */
export function BulkReport({ results, isUndo, nameOf, onUndo }: BulkReportProps) {
  const { t } = useMessages();
  const done = results.filter(({ outcome }) => outcome === 'done').length;
  const others = results.filter(({ outcome }) => outcome !== 'done');
  return (
    <>
      <p role="status" className="notice">
        {t(isUndo ? 'bulk.undone' : 'bulk.done', { count: done })}
      </p>
      {others.length > 0 && (
        <>
          <h3>{t('bulk.notDone', { count: others.length })}</h3>
          <ul>
            {others.map(({ id, outcome, detail }) => (
              <li key={id}>
                {nameOf(id)}: {detail ?? t(`bulk.outcome.${outcome}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {!isUndo && done > 0 && (
        <button type="button" onClick={onUndo}>
          {t('bulk.undo')}
        </button>
      )}
    </>
  );
}

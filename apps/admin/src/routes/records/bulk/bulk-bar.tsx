import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { MAX_BULK_RECORDS, type RecordList } from '#contract';
import { listRecords } from '../../../api-client/records.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { Selection } from '../use-selection.ts';
import { BulkDialog } from './bulk-dialog.tsx';

interface BulkBarProps {
  list: RecordList;
  selection: Selection;
}

/** How many records are selected, and what can be done with them. */
export function BulkBar({ list, selection }: BulkBarProps) {
  const { t } = useMessages();
  const [query] = useSearchParams();
  const [isOpen, setIsOpen] = useState(false);
  const selectAll = useAction(async () => {
    const all = new URLSearchParams(query);
    all.delete('page');
    all.set('page_size', String(MAX_BULK_RECORDS));
    selection.choose((await listRecords(all)).items);
  });
  const count = selection.records.length;
  if (count === 0) return <p className="hint">{t('bulk.hint')}</p>;
  return (
    <section className="bulk-bar" aria-label={t('bulk.title')}>
      <p role="status">{t('bulk.selected', { count })}</p>
      <div className="buttons">
        <button type="button" onClick={() => setIsOpen(true)}>
          {t('bulk.change')}
        </button>
        {list.total > count && list.total <= MAX_BULK_RECORDS && (
          <button
            type="button"
            className="quiet"
            aria-disabled={selectAll.isRunning}
            onClick={() => void selectAll.run()}
          >
            {t('bulk.selectAll', { count: list.total })}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => selection.choose([])}>
          {t('bulk.selectNone')}
        </button>
      </div>
      {list.total > MAX_BULK_RECORDS && (
        <p className="hint">{t('bulk.tooMany', { most: MAX_BULK_RECORDS })}</p>
      )}
      <ErrorNotice error={selectAll.error} />
      {isOpen && (
        <BulkDialog
          records={selection.records}
          onDone={() => selection.choose([])}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}

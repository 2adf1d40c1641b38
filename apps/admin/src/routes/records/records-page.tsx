import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { editedKinds, type RecordList } from '#contract';
import { kindPaths, listRecords } from '../../api-client/records.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSession } from '../../session/session.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { BulkHistory } from './bulk/bulk-history.tsx';
import { RecordFilters } from './record-filters.tsx';
import { RecordTable } from './record-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { useSelection } from './use-selection.ts';

/** All records that someone may see, with filters that stand in the address. */
export function RecordsPage() {
  const { t } = useMessages();
  const { ability } = useSession();
  const [query] = useSearchParams();
  const selection = useSelection();
  const { data, error, isPending } = useQuery({
    queryKey: ['records', query.toString()],
    queryFn: () => listRecords(query),
    placeholderData: keepPreviousData,
  });
  const mayChange = ability.can('update', 'organization');
  return (
    <>
      <h1>{t('nav.records')}</h1>
      <p className="buttons">
        {editedKinds
          .filter((kind) => kind !== 'guide' && ability.can('create', kind))
          .map((kind) => (
            <Link key={kind} className="button quiet" to={`/records/${kindPaths[kind]}/new`}>
              {t(`records.new.${kind as Exclude<typeof kind, 'guide'>}`)}
            </Link>
          ))}
      </p>
      <SavedViews />
      <RecordFilters counts={data?.counts} />
      <ErrorNotice error={error} />
      {isPending && <Waiting />}
      {data && (
        <>
          <p role="status">{t('records.total', { count: data.total })}</p>
          {mayChange && <BulkBar list={data} selection={selection} />}
          {data.items.length > 0 && (
            <RecordTable records={data.items} selection={mayChange ? selection : null} />
          )}
          {data.pages > 1 && <Pages list={data} />}
        </>
      )}
      {mayChange && <BulkHistory />}
    </>
  );
}

function Pages({ list: { page, pages } }: { list: RecordList }) {
  const { t } = useMessages();
  const [, setQuery] = useSearchParams();
  const goTo = (next: number) => {
    setQuery((now) => {
      now.set('page', String(next));
      return now;
    });
  };
  return (
    <nav className="buttons" aria-label={t('records.pages')}>
      <button type="button" className="quiet" disabled={page <= 1} onClick={() => goTo(page - 1)}>
        {t('records.previous')}
      </button>
      <span>{t('records.page', { page, pages })}</span>
      <button
        type="button"
        className="quiet"
        disabled={page >= pages}
        onClick={() => goTo(page + 1)}
      >
        {t('records.next')}
      </button>
    </nav>
  );
}

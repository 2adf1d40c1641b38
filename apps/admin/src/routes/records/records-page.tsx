import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { editedKinds, type RecordListItem } from '#contract';
import { kindPaths, listRecords } from '../../api-client/records.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import { RecordFilters } from './record-filters.tsx';

/** All records that someone may see, with filters that stand in the address. */
export function RecordsPage() {
  const { t } = useMessages();
  const { ability } = useSession();
  const [query, setQuery] = useSearchParams();
  const { data, error, isPending } = useQuery({
    queryKey: ['records', query.toString()],
    queryFn: () => listRecords(query),
    placeholderData: keepPreviousData,
  });
  const goTo = (page: number) => {
    setQuery((now) => {
      now.set('page', String(page));
      return now;
    });
  };
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
      <RecordFilters counts={data?.counts} />
      <ErrorNotice error={error} />
      {isPending && <Waiting />}
      {data && (
        <>
          <p role="status">{t('records.total', { count: data.total })}</p>
          {data.items.length > 0 && <RecordTable records={data.items} />}
          {data.pages > 1 && (
            <nav className="buttons" aria-label={t('records.pages')}>
              <button
                type="button"
                className="quiet"
                disabled={data.page <= 1}
                onClick={() => goTo(data.page - 1)}
              >
                {t('records.previous')}
              </button>
              <span>{t('records.page', { page: data.page, pages: data.pages })}</span>
              <button
                type="button"
                className="quiet"
                disabled={data.page >= data.pages}
                onClick={() => goTo(data.page + 1)}
              >
                {t('records.next')}
              </button>
            </nav>
          )}
        </>
      )}
    </>
  );
}

function RecordTable({ records }: { records: RecordListItem[] }) {
  const { t, locale } = useMessages();
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('records.name')}</th>
            <th scope="col">{t('records.kind')}</th>
            <th scope="col">{t('records.regions')}</th>
            <th scope="col">{t('records.verified')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ kind, id, name, status, regions, verified_at, freshness }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/records/${kindPaths[kind]}/${id}`}>{name}</Link>
                {status === 'closed' && <span className="badge warning">{t('status.closed')}</span>}
              </th>
              <td>{t(`kind.${kind}`)}</td>
              <td>{regions.join(', ')}</td>
              <td>
                {verified_at ? dateText(verified_at, locale) : t('freshness.never')}{' '}
                {freshness === 'overdue' && (
                  <span className="badge warning">{t('freshness.overdue')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

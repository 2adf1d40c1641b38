import { Link } from 'react-router';
import type { RecordListItem } from '#contract';
import { kindPaths } from '../../api-client/records.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';
import type { Selection } from './use-selection.ts';

interface RecordTableProps {
  records: RecordListItem[];
  /** null: the account changes nothing. */
  selection: Selection | null;
}

/** One page of the list; each record can be selected. */
export function RecordTable({ records, selection }: RecordTableProps) {
  const { t } = useMessages();
  const isWhole = records.every(({ id }) => selection?.has(id));
  return (
    <div className="table-box">
      <table className="record-table">
        <thead>
          <tr>
            {selection && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t('records.selectPage')}
                  checked={isWhole}
                  onChange={() => selection.choose(isWhole ? [] : records)}
                />
              </th>
            )}
            <th scope="col">{t('records.name')}</th>
            <th scope="col">{t('records.kind')}</th>
            <th scope="col">{t('records.regions')}</th>
            <th scope="col">{t('records.verified')}</th>
            <th scope="col">{t('records.changed')}</th>
            <th scope="col">{t('records.assigned')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <RecordRow key={record.id} record={record} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RecordRow({ record, selection }: { record: RecordListItem; selection: Selection | null }) {
  const { t, locale } = useMessages();
  const { kind, id, name, status, regions, verified_at, changed_at, freshness, assignee } = record;
  return (
    <tr>
      {selection && (
        <td>
          <input
            type="checkbox"
            aria-label={t('records.select', { name })}
            checked={selection.has(id)}
            onChange={() => selection.toggle(record)}
          />
        </td>
      )}
      <th scope="row">
        <Link to={`/records/${kindPaths[kind]}/${id}`}>{name}</Link>
        {status === 'closed' && <span className="badge warning">{t('status.closed')}</span>}
      </th>
      <td>{t(`kind.${kind}`)}</td>
      <td>{regions.join(', ')}</td>
      <td>
        {kind !== 'guide' && (verified_at ? dateText(verified_at, locale) : t('freshness.never'))}{' '}
        {freshness === 'overdue' && <span className="badge warning">{t('freshness.overdue')}</span>}
      </td>
      <td>{changed_at && dateText(changed_at, locale)}</td>
      <td>{assignee?.name}</td>
    </tr>
  );
}

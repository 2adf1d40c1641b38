import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { RecordList } from '#contract';
import { listRecords } from '../../api-client/records.ts';
import { listSuggestions } from '../../api-client/review.ts';
import { readDueRecords } from '../../api-client/verification.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSession } from '../../session/session.tsx';

/** What there is to do today. */
export function DashboardPage() {
  const { t, locale } = useMessages();
  const { session, ability } = useSession();
  const { data, error, isPending } = useQuery({
    queryKey: ['dashboard'],
    queryFn: async () => {
      const mayVerify = ability.can('verify', 'organization');
      const mayReview = ability.can('review', 'organization');
      const [all, never, overdue, due, suggestions] = await Promise.all([
        listRecords(new URLSearchParams()),
        listRecords(new URLSearchParams({ due: 'never' })),
        listRecords(new URLSearchParams({ due: 'due' })),
        mayVerify ? readDueRecords(null, 1) : null,
        mayReview ? listSuggestions() : null,
      ]);
      return { all, never, overdue, due, suggestions };
    },
  });
  if (isPending) return <Waiting />;
  if (error) return <ErrorNotice error={error} />;
  const { all, never, overdue, due, suggestions } = data;
  const records = verifiable(all);
  const confirmed = records - verifiable(never) - verifiable(overdue);
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <>
      <h1>{t('dashboard.title', { name: session.user.name })}</h1>
      <ul className="tiles">
        {due && (
          <li>
            <strong>{due.total}</strong>
            {t('dashboard.due')}
            <br />
            <Link to="/verification">{t('dashboard.call')}</Link>
          </li>
        )}
        {suggestions && (
          <li>
            <strong>{suggestions.total}</strong>
            {t('dashboard.suggestions')}
            <br />
            <Link to="/review">{t('dashboard.review')}</Link>
          </li>
        )}
        <li>
          <strong>{records === 0 ? share.format(0) : share.format(confirmed / records)}</strong>
          {t('dashboard.confirmed')}
          <br />
          <meter
            min={0}
            max={Math.max(1, records)}
            value={confirmed}
            aria-label={t('dashboard.confirmed')}
          />
        </li>
      </ul>
      <div className="table-box">
        <table>
          <caption>{t('dashboard.table')}</caption>
          <tbody>
            <tr>
              <th scope="row">{t('dashboard.confirmed')}</th>
              <td>{confirmed}</td>
            </tr>
            <tr>
              <th scope="row">{t('freshness.due')}</th>
              <td>{verifiable(overdue)}</td>
            </tr>
            <tr>
              <th scope="row">{t('freshness.never')}</th>
              <td>{verifiable(never)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How many of the records that were found somebody can confirm: guides are reviewed instead. */
function verifiable({ total, counts }: RecordList): number {
  return total - counts.guide;
}

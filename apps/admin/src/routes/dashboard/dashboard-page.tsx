import { useQuery } from '@tanstack/react-query';
import type { Overview } from '#contract';
import { readOverview } from '../../api-client/overview.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useSession } from '../../session/session.tsx';
import { CountChart } from './count-chart.tsx';
import { OverviewTiles } from './overview-tiles.tsx';
import { OwnProposals } from './own-proposals.tsx';

/** What there is to do today. */
export function DashboardPage() {
  const { t } = useMessages();
  const { session } = useSession();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: readOverview,
  });
  return (
    <>
      <h1>{t('dashboard.title', { name: session.user.name })}</h1>
      {isPending && <Waiting />}
      {error && (
        <>
          <ErrorNotice error={error} />
          <button type="button" onClick={() => void refetch()}>
            {t('dashboard.again')}
          </button>
        </>
      )}
      {data && <OverviewTiles overview={data} />}
      {data && <Charts overview={data} />}
      <OwnProposals />
    </>
  );
}

function Charts({ overview: { records, queue, changed } }: { overview: Overview }) {
  const { t, locale } = useMessages();
  const weekday = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short' },
    timeZone: 'UTC',
  });
  return (
    <div className="charts">
      {queue && (
        <CountChart
          title={t('dashboard.queue')}
          none={t('dashboard.queueNone')}
          counts={queue.map(({ harm, count }) => {
            return { label: t(`harm.${harm}`), count, to: '/verification' };
          })}
        />
      )}
      <CountChart
        title={t('dashboard.byKind')}
        none={t('dashboard.recordsNone')}
        counts={records.flatMap(({ kind, confirmed, due, never }) =>
          (['fresh', 'due', 'never'] as const).map((state) => ({
            label: `${t(`kind.${kind}`)}: ${t(`freshness.${state}`)}`,
            count: { fresh: confirmed, due, never }[state],
            to: `/records?kind=${kind}&due=${state}`,
          })),
        )}
      />
      <CountChart
        title={t('dashboard.changesByDay')}
        none={t('dashboard.changedNone')}
        counts={changed.map(({ day, count }) => {
          return { label: weekday.format(new Date(day)), count };
        })}
      />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { kindPaths } from '../../api-client/records.ts';
import { listOwnProposals } from '../../api-client/review.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';

/** What somebody has proposed, and what others say about it; nothing where they have not. */
export function OwnProposals() {
  const { t, locale } = useMessages();
  const { data, error } = useQuery({
    queryKey: ['own-proposals'],
    queryFn: listOwnProposals,
    // Others decide about them at any time.
    staleTime: 0,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="own-proposals">
      <h2 id="own-proposals">{t('proposals.title')}</h2>
      <ul className="proposals">
        {data.map(({ id, record, text, made_at, state, decision }) => (
          <li key={id}>
            <Link to={`/records/${kindPaths[record.kind]}/${record.id}`}>
              {record.name ?? t('proposals.deleted')}
            </Link>
            , {dateText(made_at, locale)}: <q dir="auto">{text}</q>
            <br />
            {t(`proposals.${state}`, { name: decision?.by ?? '' })}
            {decision?.reply && <blockquote dir="auto">{decision.reply}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  );
}

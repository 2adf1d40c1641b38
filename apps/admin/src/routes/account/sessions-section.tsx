import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endAllSessions, endSession, listSessions } from '../../api-client/accounts.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { momentText } from '../../i18n/texts.ts';
import { useSessionChange } from '../../session/session.tsx';

/** Where someone is signed in. */
export function SessionsSection() {
  const { t, locale } = useMessages();
  const queries = useQueryClient();
  const sessionChanged = useSessionChange();
  const { data: sessions = [], error } = useQuery({
    queryKey: ['sessions'],
    queryFn: listSessions,
  });
  const end = useAction(async (id: string) => {
    await endSession(id);
    await queries.invalidateQueries({ queryKey: ['sessions'] });
    await sessionChanged();
  });
  const endAll = useAction(async () => {
    await endAllSessions();
    await sessionChanged();
  });
  return (
    <section>
      <h2>{t('sessions.title')}</h2>
      <ErrorNotice error={error ?? end.error ?? endAll.error} />
      <ul className="rows">
        {sessions.map(({ id, user_agent, created_at, current }) => (
          <li key={id}>
            <span>
              {t('sessions.since', { moment: momentText(created_at, locale) })}
              <br />
              <span className="hint">{user_agent}</span>
            </span>
            {current ? (
              <span>{t('sessions.here')}</span>
            ) : (
              <button type="button" className="quiet" onClick={() => void end.run(id)}>
                {t('sessions.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={() => void endAll.run()}>
        {t('sessions.endAll')}
      </button>
    </section>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { addPasskey, listPasskeys, removePasskey } from '../../api-client/sign-in.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';
import { useSession, useSessionChange } from '../../session/session.tsx';

/** The passkeys of an account. */
export function PasskeySection() {
  const { t, locale } = useMessages();
  const { session } = useSession();
  const queries = useQueryClient();
  const sessionChanged = useSessionChange();
  const { data: passkeys = [] } = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys });
  const changed = async () => {
    await sessionChanged();
    await queries.invalidateQueries({ queryKey: ['passkeys'] });
  };
  const add = useAction(async () => {
    await addPasskey(session.user.email);
    await changed();
  });
  const remove = useAction(async (id: string) => {
    await removePasskey(id);
    await changed();
  });
  return (
    <section>
      <h2>{t('passkey.title')}</h2>
      <p>{t('passkey.lead')}</p>
      <ErrorNotice error={add.error ?? remove.error} />
      <ul className="rows">
        {passkeys.map(({ id, created_at }) => (
          <li key={id}>
            <span>
              {created_at
                ? t('passkey.since', { date: dateText(created_at, locale) })
                : t('passkey.title')}
            </span>
            <button type="button" className="quiet" onClick={() => void remove.run(id)}>
              {t('passkey.remove')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void add.run()}>
        {t('passkey.add')}
      </button>
    </section>
  );
}

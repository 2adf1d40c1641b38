import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listTokens, makeToken, removeToken } from '../../api-client/tokens.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';

const TOKENS = ['tokens'];
const DAYS = '30';

/** Access tokens, with which scripts do what their owner may do. */
export function TokensSection() {
  const { t, locale } = useMessages();
  const queries = useQueryClient();
  const { data: tokens = [], error } = useQuery({ queryKey: TOKENS, queryFn: listTokens });
  const changed = () => queries.invalidateQueries({ queryKey: TOKENS });
  const remove = useAction(async (id: string) => {
    await removeToken(id);
    await changed();
  });
  return (
    <section>
      <h2>{t('tokens.title')}</h2>
      <p>{t('tokens.lead')}</p>
      <ErrorNotice error={error ?? remove.error} />
      <ul className="rows">
        {tokens.map(({ id, name, expires_at }) => (
          <li key={id}>
            <span>
              {name}, {t('tokens.until', { date: dateText(expires_at, locale) })}
            </span>
            <button type="button" className="quiet danger" onClick={() => void remove.run(id)}>
              {t('form.remove')}
            </button>
          </li>
        ))}
      </ul>
      <NewToken onMade={changed} />
    </section>
  );
}

function NewToken({ onMade }: { onMade: () => Promise<void> }) {
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [days, setDays] = useState(DAYS);
  const [token, setToken] = useState<string | null>(null);
  const make = useAction(async () => {
    setToken(await makeToken({ name, days: Number(days) }));
    setName('');
    await onMade();
  });
  return (
    <>
      <ActionForm action={make} submit={t('tokens.make')}>
        <PlainField label={t('tokens.name')} required value={name} onValue={setName} />
        <PlainField
          label={t('tokens.days')}
          inputMode="numeric"
          required
          value={days}
          onValue={setDays}
        />
      </ActionForm>
      {token && (
        <div className="notice" role="status">
          <p>{t('tokens.once')}</p>
          <code>{token}</code>
        </div>
      )}
    </>
  );
}

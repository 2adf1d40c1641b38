import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DueRecord } from '#contract';
import { phoneText } from '../../../../web/src/format/phone-text.ts';
import { kindPaths } from '../../api-client/records.ts';
import { loadMessages, type MessageKey, useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';

/** What a call about a record needs: the number, and what to ask, in the two languages of most calls. */
export function CallRecord({ due }: { due: DueRecord }) {
  const { t, locale } = useMessages();
  const { record, phone, topics, attempts, harm, name } = due;
  return (
    <section aria-labelledby="call-name">
      <h2 id="call-name">{name}</h2>
      <p>
        <span className="badge warning">{t(`harm.${harm}`)}</span>{' '}
        {record.verified_at
          ? t('call.verifiedAt', { date: dateText(record.verified_at, locale) })
          : t('freshness.never')}{' '}
        <Link to={`/records/${kindPaths[record.kind]}/${record.id}`}>{t('call.open')}</Link>
      </p>
      {phone ? (
        <a className="call-number" href={`tel:${phone.number}`}>
          <bdi>{phoneText(phone.number)}</bdi>
          {phone.extension && ` ${t('call.extension', { extension: phone.extension })}`}
        </a>
      ) : (
        <p className="notice warning">{t('call.noNumber')}</p>
      )}
      <dl className="values">
        {topics.map(({ topic, values }) => (
          <div key={topic}>
            <dt>
              <Question name={`ask.${topic}`} />
            </dt>
            <dd>
              {values.length === 0
                ? t('call.unknown')
                : values.map((value) => <div key={value}>{value}</div>)}
            </dd>
          </div>
        ))}
      </dl>
      {attempts.length > 0 && (
        <>
          <h3>{t('call.attempts')}</h3>
          <ul>
            {attempts.map(({ verified_at, outcome, note }) => (
              <li key={verified_at}>
                {dateText(verified_at, locale)}: {t(`outcome.${outcome}`)} {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Question({ name }: { name: MessageKey }) {
  const { data } = useQuery({
    queryKey: ['both-languages'],
    queryFn: () => Promise.all([loadMessages('en'), loadMessages('es')]),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      {data?.map(({ language, t }) => (
        <div key={language} lang={language}>
          {t(name)}
        </div>
      ))}
    </>
  );
}

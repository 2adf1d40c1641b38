import type { SpeedDialEvent, SpeedDialRecord } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { EmailLink } from '../contact/contact-links.tsx';
import { Phones } from '../contact/phones.tsx';
import { Sources } from '../provenance/provenance.tsx';
import { RecordParagraph } from '../provenance/record-text.tsx';
import { SpeedDials } from './speed-dials.tsx';

/** Shows the code to dial in detention, and how to reach the same people from outside. */
export function SpeedDialCard({ dial }: { dial: SpeedDialRecord }) {
  const { t, locale } = useMessages();
  const { languageName } = useVocabulary();
  const { id, owner, audience, caution, hours, languages, phones, email, source_date } = dial;
  return (
    <li className="card" id={`dial-${id}`}>
      <article aria-labelledby={`dial-name-${id}`}>
        <h3 id={`dial-name-${id}`}>
          <bdi>{owner.name}</bdi>
        </h3>
        {audience ? (
          <p className="about">
            <RecordParagraph text={audience} />
          </p>
        ) : null}
        {caution ? (
          <p className="note">
            <RecordParagraph text={caution} />
          </p>
        ) : null}
        <SpeedDials dials={[dial]} />
        {phones.length > 0 || email ? (
          <>
            <p>{t('facility.outside')}</p>
            <Phones phones={phones} />
            {email ? (
              <p className="links">
                <EmailLink address={email} />
              </p>
            ) : null}
          </>
        ) : null}
        <dl className="facts">
          <dt>{t('card.hours')}</dt>
          <dd>{hours ? <RecordParagraph text={hours} /> : t('open.unknown')}</dd>
          {languages.length > 0 ? (
            <>
              <dt>{t('card.languages')}</dt>
              <dd>{languages.map(languageName).join(', ')}</dd>
            </>
          ) : null}
        </dl>
        <div className="provenance">
          {source_date ? (
            <p className="fresh">{t('fresh.source', { date: dateText(source_date, locale) })}</p>
          ) : null}
          <Events events={dial.history} />
          <Sources sources={dial.sources} />
        </div>
      </article>
    </li>
  );
}

/** Shows the history of a code, because codes are blocked and restored. */
function Events({ events }: { events: SpeedDialEvent[] }) {
  const { t, locale } = useMessages();
  if (events.length === 0) return null;
  return (
    <details>
      <summary>{t('dial.history')}</summary>
      <ul>
        {events.map(({ date, what, source_url }) => (
          <li key={`${date}${what}`}>
            {dateText(date, locale)}:{' '}
            {source_url ? (
              <a href={source_url} rel="noreferrer external">
                <RecordParagraph text={what} />
              </a>
            ) : (
              <RecordParagraph text={what} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

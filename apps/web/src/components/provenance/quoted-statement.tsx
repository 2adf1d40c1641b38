import type { Statement } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { RecordParagraph } from './record-text.tsx';

/** Quotes a source about work in a facility, with a link and the date. */
export function QuotedStatement({ statement, source_url, as_of }: Statement) {
  const { t, locale } = useMessages();
  return (
    <p className="note">
      <RecordParagraph text={statement} />{' '}
      {source_url ? (
        <a href={source_url} rel="noreferrer external">
          {t('facility.source')}
        </a>
      ) : null}{' '}
      {as_of ? dateText(as_of, locale) : t('facility.undated')}
    </p>
  );
}

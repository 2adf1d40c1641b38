import type { Listing } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { RecordText } from '../provenance/record-text.tsx';

/** Warns that a place has closed or may have closed. */
export function Status({
  status,
  notice,
  translations,
}: Pick<Listing, 'status' | 'notice' | 'translations'>) {
  const { t, locale } = useMessages();
  if (status === 'active') return null;
  if (status === 'unknown') {
    return (
      <p className="status" data-status="unknown">
        <span aria-hidden="true">?</span> {t('status.unknown')}
      </p>
    );
  }
  const closedOn = notice?.closed_on;
  return (
    <div className="status" data-status="closed">
      <p>
        <span aria-hidden="true">✕</span>{' '}
        <strong>
          {closedOn
            ? t('status.closedOn', { date: dateText(closedOn, locale) })
            : t('status.closed')}
        </strong>
      </p>
      {notice ? (
        <p>
          <RecordText
            text={notice.what_happened}
            field="what_happened"
            translations={translations}
          />
        </p>
      ) : null}
      {notice?.still_there ? (
        <p>
          {t('status.stillThere')}{' '}
          <RecordText text={notice.still_there} field="still_there" translations={translations} />
        </p>
      ) : null}
    </div>
  );
}

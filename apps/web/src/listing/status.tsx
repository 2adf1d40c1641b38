import type { Listing } from '#contract';
import { useMessages } from '../messages/messages.tsx';
import { dateText } from './date-text.ts';

/** Says first what a reader must not overlook: that a place has closed, or may have. */
export function Status({ status, notice }: Pick<Listing, 'status' | 'notice'>) {
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
      <p dir="auto">{notice?.what_happened}</p>
      {notice?.still_there ? (
        <p>
          {t('status.stillThere')} <bdi>{notice.still_there}</bdi>
        </p>
      ) : null}
    </div>
  );
}

import { useAnsweredFrom } from '../api/connection.ts';
import { useMessages } from '../messages/messages.tsx';

/** Says that the copy on this device answers, and how old it is. */
export function OfflineNotice() {
  const { t, locale } = useMessages();
  const moment = useAnsweredFrom();
  const date = moment
    ? new Date(moment).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })
    : '';
  return (
    <div role="status">
      {moment ? <p className="offline">{t('offline.notice', { date })}</p> : null}
    </div>
  );
}

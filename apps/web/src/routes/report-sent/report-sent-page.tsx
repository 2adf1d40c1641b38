import { useMessages } from '../../i18n/messages.tsx';

/** Confirms that a problem was reported, or shows that reporting failed. */
export function ReportSentPage({ failed }: { failed: boolean }) {
  const { t } = useMessages();
  return (
    <>
      <h1>{t(failed ? 'wrong.heading' : 'told.heading')}</h1>
      <p className={failed ? 'problem' : ''}>{t(failed ? 'wrong.failed' : 'told.1')}</p>
    </>
  );
}

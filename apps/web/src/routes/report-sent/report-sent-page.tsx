import { useMessages } from '../../i18n/messages.tsx';

/** After somebody has told what is wrong with a record; or tried to. */
export function ReportSentPage({ failed }: { failed: boolean }) {
  const { t } = useMessages();
  return (
    <>
      <h1>{t(failed ? 'wrong.heading' : 'told.heading')}</h1>
      <p className={failed ? 'problem' : ''}>{t(failed ? 'wrong.failed' : 'told.1')}</p>
    </>
  );
}

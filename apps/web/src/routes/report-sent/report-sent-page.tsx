import { type Report, ReportFields } from '../../components/report-problem/report-fields.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** Confirms that a problem was reported, or shows the report again with what is left to do. */
export function ReportSentPage({ report }: { report: Report }) {
  const { t } = useMessages();
  if (report.state === 'sent') {
    return (
      <>
        <h1>{t('told.heading')}</h1>
        <p>{t('told.1')}</p>
      </>
    );
  }
  const isFailure = report.state === 'failed';
  return (
    <>
      <h1>{t('wrong.heading')}</h1>
      <p className={isFailure ? 'problem' : ''}>{t(isFailure ? 'wrong.failed' : 'wrong.check')}</p>
      <ReportFields draft={report.draft} />
    </>
  );
}

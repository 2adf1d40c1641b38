import type { HelpLine } from '#contract';
import { HelpLineList } from '../../components/help-line/help-line-list.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** Lists all help lines, with their codes for detention phones. */
export function HelpLinesPage({ lines }: { lines: HelpLine[] }) {
  const { t } = useMessages();
  return (
    <>
      <h1>{t('lines.heading')}</h1>
      <p>{t('lines.about')}</p>
      <HelpLineList lines={lines} heading="h2" />
    </>
  );
}

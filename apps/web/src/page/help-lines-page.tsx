import type { HelpLine } from '#contract';
import { HelpLineList } from '../listing/help-line-list.tsx';
import { useMessages } from '../messages/messages.tsx';

/** All help lines, with the codes to dial from inside. */
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

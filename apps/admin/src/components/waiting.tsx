import { useMessages } from '../i18n/messages.tsx';

/** Shown, after a moment, while something is on its way. */
export function Waiting() {
  const { t } = useMessages();
  return (
    <p className="waiting" role="status">
      {t('waiting')}
    </p>
  );
}

import type { OneTimeLink } from '../../api-client/accounts.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { momentText } from '../../i18n/texts.ts';

/** Shows a link that works once; it cannot be shown again. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink; onClose: () => void }) {
  const { t, locale } = useMessages();
  return (
    <Dialog title={t('link.title')} onClose={onClose}>
      <p>{t('link.lead', { moment: momentText(link.expires_at, locale) })}</p>
      <input
        aria-label={t('link.title')}
        readOnly
        value={link.url}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <button type="button" onClick={() => void navigator.clipboard.writeText(link.url)}>
          {t('link.copy')}
        </button>
      </p>
    </Dialog>
  );
}

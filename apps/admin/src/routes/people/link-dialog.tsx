import type { OneTimeLink } from '../../api-client/accounts.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { momentText } from '../../i18n/texts.ts';

/** Shows a link that works once and cannot be shown again, or says whom it was mailed to. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink; onClose: () => void }) {
  const { t, locale } = useMessages();
  if (link.mailed_to !== null) {
    return (
      <Dialog title={t('link.mailedTitle')} onClose={onClose}>
        <p>{t('link.mailed', { email: link.mailed_to })}</p>
      </Dialog>
    );
  }
  const { url, expires_at } = link;
  return (
    <Dialog title={t('link.title')} onClose={onClose}>
      <p>{t('link.lead', { moment: momentText(expires_at, locale) })}</p>
      <input
        aria-label={t('link.title')}
        readOnly
        value={url}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <button type="button" onClick={() => void navigator.clipboard.writeText(url)}>
          {t('link.copy')}
        </button>
      </p>
    </Dialog>
  );
}

import { useMessages } from '../i18n/messages.tsx';
import { type PageUrl, qrCodeUrl } from '../urls/page-url.ts';

/** On paper alone: the way back to the page, for a camera. Nothing asks for it before it is printed. */
export function PrintQrCode({ address }: { address: PageUrl }) {
  const { t } = useMessages();
  if (address.page === 'missing') return null;
  return (
    <img
      className="print-only page-code"
      src={qrCodeUrl(address)}
      alt={t('print.code')}
      loading="lazy"
      width="120"
      height="120"
    />
  );
}

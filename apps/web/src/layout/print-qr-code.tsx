import { useMessages } from '../i18n/messages.tsx';
import { type PageUrl, qrCodeUrl } from '../urls/page-url.ts';

/**
 * A QR code that links to the page, in print only. It is not requested before the page is printed.
 */
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

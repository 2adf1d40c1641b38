import { useMessages } from '../i18n/messages.tsx';
import { codeAddress, type SiteAddress } from '../urls/page-url.ts';

/** On paper alone: the way back to the page, for a camera. Nothing asks for it before it is printed. */
export function PageCode({ address }: { address: SiteAddress }) {
  const { t } = useMessages();
  if (address.page === 'missing') return null;
  return (
    <img
      className="print-only page-code"
      src={codeAddress(address)}
      alt={t('print.code')}
      loading="lazy"
      width="120"
      height="120"
    />
  );
}

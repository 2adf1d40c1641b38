import { useState } from 'react';
import type { Listing } from '#contract';
import { phoneText } from '../../format/phone-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { emptySearch, pageUrl, qrCodeUrl } from '../../urls/page-url.ts';
import { useHydrated } from './use-hydrated.ts';

/** Options to share a listing: share sheet, text message, WhatsApp, link or QR code. */
export function Share({ listing }: { listing: Listing }) {
  const { t, language } = useMessages();
  const code = qrCodeUrl({
    language,
    page: 'listing',
    name: listing.slug,
    search: emptySearch,
  });
  return (
    <details className="share">
      <summary>{t('share.heading')}</summary>
      <ShareOptions listing={listing} />
      <p className="note">{t('share.code')}</p>
      <img src={code} alt={t('share.code')} width="160" height="160" loading="lazy" />
    </details>
  );
}

// Only the browser knows the URL under which the page was opened.
function ShareOptions({ listing }: { listing: Listing }) {
  const { t, language } = useMessages();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  if (!hydrated) return null;
  const { name, slug, phones, status } = listing;
  const url = location.origin + pageUrl(language, 'listing', slug);
  const phone = status === 'closed' ? undefined : phones[0]?.number;
  const text = [name, phone && phoneText(phone), url].filter(Boolean).join('\n');
  const encoded = encodeURIComponent(text);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <>
      <ul className="links share-ways">
        {'share' in navigator ? (
          <li>
            <button
              type="button"
              className="button"
              onClick={() => {
                navigator.share({ title: name, text, url }).catch(() => {
                  // The visitor has canceled the share sheet.
                });
              }}
            >
              {t('share.sheet')}
            </button>
          </li>
        ) : null}
        <li>
          <a className="button" href={`sms:?&body=${encoded}`}>
            {t('share.sms')}
          </a>
        </li>
        <li>
          <a className="button" href={`https://wa.me/?text=${encoded}`} rel="noreferrer external">
            WhatsApp
          </a>
        </li>
        <li>
          <button type="button" className="button" onClick={copy}>
            {t('share.copy')}
          </button>
        </li>
      </ul>
      <p role="status">{copied ? t('share.copied') : ''}</p>
    </>
  );
}

import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, languages } from '../i18n/languages.ts';
import { messagesIn } from '../i18n/messages.tsx';

/** Where a page of the server may say something about itself, outside of what is hydrated. */
export const NOTICE_PLACE = '<!--notice-->';

/**
 * Adds to a rendered page that it may be out of date; the empty page for offline use shows nothing
 * that could be.
 */
export function withStaleNotice(html: string): string {
  const [, tag = ''] = /^<!doctype html><html lang="([^"]+)"/.exec(html) ?? [];
  if (!(tag in languages)) return html;
  const text = messagesIn(tag as Language).t('page.stale');
  const notice = (
    <div role="status">
      <p className="offline stale">{text}</p>
    </div>
  );
  return html.replace(NOTICE_PLACE, () => renderToStaticMarkup(notice));
}

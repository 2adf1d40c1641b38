import { isLanguage, type Language } from '../../i18n/languages.ts';
import { OPENED_FROM_COPY, type OpenedFromCopy } from './opened-from-copy.ts';

/** Returns how the service worker opened the current page; null if it comes from the server. */
export function openedFromCopy(): OpenedFromCopy | null {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name=${OPENED_FROM_COPY}]`);
  return meta ? (JSON.parse(meta.content) as OpenedFromCopy) : null;
}

/** Returns the language of the document, whose messages are stored with it. */
export function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}

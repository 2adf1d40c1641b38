import type { NetworkFailure } from '../../api-client/network-failure.ts';
import type { Language } from '../../i18n/languages.ts';

/** Name of the `meta` element in which the service worker says why a page comes from the copy. */
export const OPENED_FROM_COPY = 'opened-from-copy';

/** How the service worker opened a page. */
export interface OpenedFromCopy {
  failure: NetworkFailure;
  /** The path and query that the visitor asked for. */
  asked: string;
  /** Set if the copy is not in the language of that path. */
  otherLanguage: {
    asked: Language;
    /** Says in the language that was asked for which one is shown. */
    text: string;
  } | null;
}

import type { Place } from '#contract';
import { placeText } from '../../format/place-text.ts';
import type { Language } from '../../i18n/languages.ts';
import { messagesIn } from '../../i18n/messages.tsx';

/** Returns the title of a search page: with the place, or that of the site. */
export function searchTitle(place: Place | null | undefined, language: Language): string {
  const { t } = messagesIn(language);
  if (!place) return t('head.home');
  return t('head.title', { name: t('results.heading.near', { place: placeText(place) }) });
}

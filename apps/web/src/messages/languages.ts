interface LanguageFacts {
  /** In the language itself. */
  name: string;
  /** For numbers and dates, of most of its readers near the border. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** Drafted by a machine; no native reader has gone over it yet. */
  draft: boolean;
}

export type Language = 'en' | 'es';

/** The languages that the site speaks, in the order in which they are offered. */
export const languages: Record<Language, LanguageFacts> = {
  en: { name: 'English', locale: 'en-US', direction: 'ltr', draft: false },
  es: { name: 'Español', locale: 'es-MX', direction: 'ltr', draft: true },
};

export const languageTags = Object.keys(languages) as Language[];

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

// Devices name Dari by a code of its own, and its readers read this Persian.
const sameAs: Record<string, Language> = {};

/** The first language of a list that the site speaks; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const bare = wanted.map((tag) => tag.split('-')[0] ?? '');
  return bare.map((tag) => sameAs[tag] ?? tag).find(isLanguage) ?? 'en';
}

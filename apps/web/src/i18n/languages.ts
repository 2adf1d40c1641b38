interface LanguageFacts {
  /** In the language itself. */
  name: string;
  /** For numbers and dates, of most of its readers near the border. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** Drafted by a machine; no native reader has gone over it yet. */
  draft: boolean;
}

export type Language = 'en' | 'es' | 'ht' | 'pt' | 'fr' | 'ar' | 'ru' | 'zh' | 'fa';

/** The languages that the site speaks, in the order in which they are offered. */
export const languages: Record<Language, LanguageFacts> = {
  en: { name: 'English', locale: 'en-US', direction: 'ltr', draft: false },
  es: { name: 'Español', locale: 'es-MX', direction: 'ltr', draft: true },
  // No browser knows how numbers and dates are written in Haitian Creole: as in Haiti's French.
  ht: { name: 'Kreyòl ayisyen', locale: 'fr-HT', direction: 'ltr', draft: true },
  pt: { name: 'Português', locale: 'pt-BR', direction: 'ltr', draft: true },
  fr: { name: 'Français', locale: 'fr-FR', direction: 'ltr', draft: true },
  ar: { name: 'العربية', locale: 'ar-EG', direction: 'rtl', draft: true },
  ru: { name: 'Русский', locale: 'ru-RU', direction: 'ltr', draft: true },
  zh: { name: '中文', locale: 'zh-CN', direction: 'ltr', draft: true },
  fa: { name: 'فارسی', locale: 'fa-AF', direction: 'rtl', draft: true },
};

/** Languages in whose letters the font of the preview pictures can write. */
const drawn: Language[] = ['en', 'es', 'ht', 'pt', 'fr', 'ru'];

/** The language of the picture that stands for a page: its own, or one that can be drawn. */
export function previewLanguage(language: Language): Language {
  return drawn.includes(language) ? language : 'en';
}

export const languageTags = Object.keys(languages) as Language[];

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

// A code of its own for Dari, whose readers read this Persian.
const sameAs: Record<string, Language> = { prs: 'fa' };

/** The first language of a list that the site speaks; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const bare = wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return bare.map((tag) => sameAs[tag] ?? tag).find(isLanguage) ?? 'en';
}

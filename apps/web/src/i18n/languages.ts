interface LanguageInfo {
  /** Name in the language itself. */
  name: string;
  /** Locale for numbers and dates, that of most speakers near the border. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** True for machine translations that no native speaker has reviewed. */
  draft: boolean;
}

export type Language = 'en' | 'es' | 'ht' | 'pt' | 'fr' | 'ar' | 'ru' | 'zh' | 'fa';

/** The languages of the site, in display order. */
export const languages: Record<Language, LanguageInfo> = {
  en: { name: 'English', locale: 'en-US', direction: 'ltr', draft: false },
  es: { name: 'Español', locale: 'es-MX', direction: 'ltr', draft: true },
  // Browsers lack number and date formats for Haitian Creole, so we use those of Haitian French.
  ht: { name: 'Kreyòl ayisyen', locale: 'fr-HT', direction: 'ltr', draft: true },
  pt: { name: 'Português', locale: 'pt-BR', direction: 'ltr', draft: true },
  fr: { name: 'Français', locale: 'fr-FR', direction: 'ltr', draft: true },
  ar: { name: 'العربية', locale: 'ar-EG', direction: 'rtl', draft: true },
  ru: { name: 'Русский', locale: 'ru-RU', direction: 'ltr', draft: true },
  zh: { name: '中文', locale: 'zh-CN', direction: 'ltr', draft: true },
  fa: { name: 'فارسی', locale: 'fa-AF', direction: 'rtl', draft: true },
};

/** Languages whose script the font of the preview images supports. */
const drawable: Language[] = ['en', 'es', 'ht', 'pt', 'fr', 'ru'];

/** Returns the language of a page's preview image: its own if it can be drawn, else English. */
export function previewLanguage(language: Language): Language {
  return drawable.includes(language) ? language : 'en';
}

export const languageTags = Object.keys(languages) as Language[];

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

// Dari has its own code, but uses the same Persian texts.
const aliases: Record<string, Language> = { prs: 'fa' };

/** Returns the first language of a list that the site supports; English if there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const primaryTags = wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return primaryTags.map((tag) => aliases[tag] ?? tag).find(isLanguage) ?? 'en';
}

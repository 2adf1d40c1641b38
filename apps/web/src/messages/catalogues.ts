import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;

const catalogues = { en, es } satisfies Record<string, Record<MessageKey, string>>;

export type Language = keyof typeof catalogues;

/** The languages of the page, each named in itself. */
export const languages: Record<Language, string> = { en: 'English', es: 'Español' };

/** The first language of a list that the page speaks; English where there is none. */
export function chooseLanguage(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    const language = tag?.split('-')[0] ?? '';
    if (language in catalogues) return language as Language;
  }
  return 'en';
}

/** A message with its values in place, by the rules of ICU MessageFormat. */
export function format(language: Language, key: MessageKey, values: Values = {}): string {
  return String(new IntlMessageFormat(catalogues[language][key], language).format(values));
}

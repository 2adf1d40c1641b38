import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;

const catalogues = { en, es } satisfies Record<string, Record<MessageKey, string>>;

export type Language = keyof typeof catalogues;

/** The languages of the site, each named in itself, with the locale of most of its readers here. */
export const languages: Record<Language, { name: string; locale: string }> = {
  en: { name: 'English', locale: 'en-US' },
  es: { name: 'Español', locale: 'es-MX' },
};

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

/** The first language of a list that the site speaks; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

// Reading a message costs far more than filling it in.
const formats = new Map<string, IntlMessageFormat>();

/** A message with its values in place, by the rules of ICU MessageFormat. */
export function format(language: Language, key: MessageKey, values: Values = {}): string {
  const name = `${language}/${key}`;
  const known = formats.get(name) ?? new IntlMessageFormat(catalogues[language][key], language);
  formats.set(name, known);
  return String(known.format(values));
}

import { type Formatters, formatToParts, IntlMessageFormat } from 'intl-messageformat';
import { dateFormat, numberFormat, pluralRules } from './formatters.ts';
import type { Language } from './languages.ts';
import { hasSyntax } from './message-syntax.ts';
import type en from './messages/en.json';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;
/** Texts, or in a browser what the build has read of those that have values in them. */
type Catalogue = Record<MessageKey, string | MessageFormatElement[]>;
type MessageFormatElement = Exclude<
  ConstructorParameters<typeof IntlMessageFormat>[0],
  string
>[number];

// One import for each, so that a browser is sent the language of its page and no other.
const imports: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./messages/en.json', { with: { type: 'json' } }),
  es: () => import('./messages/es.json', { with: { type: 'json' } }),
  ht: () => import('./messages/ht.json', { with: { type: 'json' } }),
  pt: () => import('./messages/pt.json', { with: { type: 'json' } }),
  fr: () => import('./messages/fr.json', { with: { type: 'json' } }),
  ar: () => import('./messages/ar.json', { with: { type: 'json' } }),
  ru: () => import('./messages/ru.json', { with: { type: 'json' } }),
  zh: () => import('./messages/zh.json', { with: { type: 'json' } }),
  fa: () => import('./messages/fa.json', { with: { type: 'json' } }),
};

const loaded = new Map<Language, Catalogue>();
// Reading a message costs far more than filling it in.
const read = new Map<string, MessageFormatElement[]>();
// Those of the library are made anew for each message, and so is what it knows of the locale.
const formatters: Formatters = {
  getNumberFormat: (locale, options = {}) => numberFormat(String(locale), options),
  getDateTimeFormat: (locale, options = {}) => dateFormat(String(locale), options),
  getPluralRules: (locale, options = {}) => pluralRules(String(locale), options),
};

/** Makes a language ready to be written: everything below needs it. */
export async function loadCatalog(language: Language): Promise<void> {
  const { default: catalogue } = await imports[language]();
  loaded.set(language, catalogue);
}

/** Whether the catalogue has a message of this name. */
export function isMessage(language: Language, key: string): key is MessageKey {
  return Object.hasOwn(catalogueOf(language), key);
}

/**
 * A message with its values in place, by the rules of ICU MessageFormat.
 *
 * @param locale of the language, for the numbers in it
 * @throws Error when the language was not loaded
 */
export function format(
  { language, locale }: { language: Language; locale: string },
  key: MessageKey,
  values: Values,
): string {
  const text = catalogueOf(language)[key];
  if (typeof text === 'string' && !hasSyntax(text)) return text;
  const elements = typeof text === 'string' ? elementsOf(text, language) : text;
  return formatToParts(elements, locale, formatters, IntlMessageFormat.formats, values)
    .map(({ value }) => value)
    .join('');
}

function elementsOf(text: string, language: Language): MessageFormatElement[] {
  const known = read.get(text) ?? new IntlMessageFormat(text, language).getAst();
  read.set(text, known);
  return known;
}

function catalogueOf(language: Language): Catalogue {
  const catalogue = loaded.get(language);
  if (!catalogue) throw new Error(`The messages of ${language} were not loaded.`);
  return catalogue;
}

import { type Formatters, formatToParts, IntlMessageFormat } from 'intl-messageformat';
import { dateFormat, numberFormat, pluralRules } from './formatters.ts';
import type { Language } from './languages.ts';
import { hasSyntax } from './message-syntax.ts';
import type en from './messages/en.json';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;
/** Message texts; in the browser, those with values are parsed by the build. */
type Catalog = Record<MessageKey, string | MessageFormatElement[]>;
type MessageFormatElement = Exclude<
  ConstructorParameters<typeof IntlMessageFormat>[0],
  string
>[number];

// One import per language, so that a browser only loads the language of its page.
const imports: Record<Language, () => Promise<{ default: Catalog }>> = {
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

const loaded = new Map<Language, Catalog>();
// Parsing a message costs far more than formatting it.
const parsed = new Map<string, MessageFormatElement[]>();
// The formatters of the library are created again for each message, with their locale data.
const formatters: Formatters = {
  getNumberFormat: (locale, options = {}) => numberFormat(String(locale), options),
  getDateTimeFormat: (locale, options = {}) => dateFormat(String(locale), options),
  getPluralRules: (locale, options = {}) => pluralRules(String(locale), options),
};

/** Loads the messages of a language; required before any of the functions below. */
export async function loadCatalog(language: Language): Promise<void> {
  const { default: catalog } = await imports[language]();
  loaded.set(language, catalog);
}

/** Whether the catalog has a message with this key. */
export function isMessage(language: Language, key: string): key is MessageKey {
  return Object.hasOwn(catalogOf(language), key);
}

/**
 * Formats a message with its values, according to ICU MessageFormat.
 *
 * @param locale of the language, for the numbers in it
 * @throws Error when the language was not loaded
 */
export function format(
  { language, locale }: { language: Language; locale: string },
  key: MessageKey,
  values: Values,
): string {
  const text = catalogOf(language)[key];
  if (typeof text === 'string' && !hasSyntax(text)) return text;
  const elements = typeof text === 'string' ? elementsOf(text, language) : text;
  return formatToParts(elements, locale, formatters, IntlMessageFormat.formats, values)
    .map(({ value }) => value)
    .join('');
}

function elementsOf(text: string, language: Language): MessageFormatElement[] {
  const known = parsed.get(text) ?? new IntlMessageFormat(text, language).getAst();
  parsed.set(text, known);
  return known;
}

function catalogOf(language: Language): Catalog {
  const catalog = loaded.get(language);
  if (!catalog) throw new Error(`The messages of ${language} were not loaded.`);
  return catalog;
}

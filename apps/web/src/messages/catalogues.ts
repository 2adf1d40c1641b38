import { IntlMessageFormat } from 'intl-messageformat';
import type en from './en.json';
import type { Language } from './languages.ts';
import { hasSyntax } from './message-syntax.ts';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;
/** Texts, or in a browser what the build has read of those that have values in them. */
export type Catalogue = Record<MessageKey, string | MessageFormatElement[]>;
type MessageFormatElement = Exclude<
  ConstructorParameters<typeof IntlMessageFormat>[0],
  string
>[number];

// One import for each, so that a browser is sent the language of its page and no other.
const imports: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  es: () => import('./es.json', { with: { type: 'json' } }),
  ht: () => import('./ht.json', { with: { type: 'json' } }),
  pt: () => import('./pt.json', { with: { type: 'json' } }),
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  ru: () => import('./ru.json', { with: { type: 'json' } }),
  zh: () => import('./zh.json', { with: { type: 'json' } }),
  fa: () => import('./fa.json', { with: { type: 'json' } }),
};

const loaded = new Map<Language, Catalogue>();
// Reading a message costs far more than filling it in.
const formats = new Map<string, IntlMessageFormat>();

/** Makes a language ready to be written: everything below needs it. */
export async function loadCatalogue(language: Language): Promise<void> {
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
  const name = `${locale}/${key}`;
  const known = formats.get(name) ?? new IntlMessageFormat(text, locale);
  formats.set(name, known);
  return String(known.format(values));
}

function catalogueOf(language: Language): Catalogue {
  const catalogue = loaded.get(language);
  if (!catalogue) throw new Error(`The messages of ${language} were not loaded.`);
  return catalogue;
}

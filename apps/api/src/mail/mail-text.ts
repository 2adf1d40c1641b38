import { IntlMessageFormat } from 'intl-messageformat';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

type MailMessage = keyof typeof en;
/** Formats a message of one language; values are text, and never markup. */
type Translate = (key: MailMessage, values?: Record<string, string>) => string;

const languages = ['en', 'es'] as const;
type MailLanguage = (typeof languages)[number];
const catalogs: Record<MailLanguage, Record<MailMessage, string>> = { en, es };
const BETWEEN_LANGUAGES = '\n\n* * *\n\n';
const PARAGRAPH = '\n\n';

/**
 * Writes a mail in English and in Spanish, one under the other: nobody knows which one its reader prefers.
 *
 * @param write returns the subject and the paragraphs in one language
 */
export function inBothLanguages(
  write: (t: Translate, language: MailLanguage) => { subject: string; paragraphs: string[] },
): { subject: string; text: string } {
  const written = languages.map((language) => write(translator(language), language));
  return {
    subject: written.map(({ subject }) => subject).join(' / '),
    text: written.map(({ paragraphs }) => paragraphs.join(PARAGRAPH)).join(BETWEEN_LANGUAGES),
  };
}

function translator(language: MailLanguage): Translate {
  const catalog = catalogs[language];
  return (key, values = {}) =>
    String(
      new IntlMessageFormat(catalog[key], language, undefined, { ignoreTag: true }).format(values),
    );
}

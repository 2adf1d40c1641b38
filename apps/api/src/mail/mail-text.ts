import { IntlMessageFormat } from 'intl-messageformat';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

export type MailMessage = keyof typeof en;
/** Formats a message of one language; values are text, and never markup. */
export type Translate = (key: MailMessage, values?: Record<string, string>) => string;

const catalogs: Record<string, Record<MailMessage, string>> = { en, es };
const BETWEEN_LANGUAGES = '\n\n* * *\n\n';
const PARAGRAPH = '\n\n';

/**
 * Writes a mail in English and in Spanish, one under the other: nobody knows which one its reader prefers.
 *
 * @param write returns the subject and the paragraphs in one language
 */
export function inBothLanguages(
  write: (t: Translate) => { subject: string; paragraphs: string[] },
): { subject: string; text: string } {
  const written = Object.keys(catalogs).map((language) => write(translator(language)));
  return {
    subject: written.map(({ subject }) => subject).join(' / '),
    text: written.map(({ paragraphs }) => paragraphs.join(PARAGRAPH)).join(BETWEEN_LANGUAGES),
  };
}

function translator(language: string): Translate {
  const catalog = catalogs[language] as Record<MailMessage, string>;
  return (key, values = {}) =>
    String(
      new IntlMessageFormat(catalog[key], language, undefined, { ignoreTag: true }).format(values),
    );
}

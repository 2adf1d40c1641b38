import type { CodeCount } from '#contract';
import { isMessage } from './catalogs.ts';
import type { Language } from './languages.ts';
import { messagesIn } from './messages.tsx';

/**
 * Returns the name of a code in a language: from the directory, else from our messages, else in the
 * local language, as on signs and documents there.
 */
export function localizedName(
  language: Language,
  kind: 'region' | 'service',
  { code, names }: Pick<CodeCount, 'code' | 'names'>,
): string {
  const key = `${kind}.${code}`;
  const ours = isMessage(language, key) ? messagesIn(language).t(key) : undefined;
  const local = code.startsWith('MX-') ? names.es : names.en;
  return names[language] ?? ours ?? local ?? code;
}

import type { CodeCount } from '#contract';
import { isMessage } from './catalogs.ts';
import type { Language } from './languages.ts';
import { messagesIn } from './messages.tsx';

/**
 * The name of a code of the directory in a language: as the directory names it, else as our own
 * texts do, else as it is written on the spot, where signs and papers say it so.
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

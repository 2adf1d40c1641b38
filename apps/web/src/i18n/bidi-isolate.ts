import type { Values } from './catalogs.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Isolates texts that are inserted into a sentence of the opposite direction: otherwise an English
 * name with a comma or a trailing number would be reordered (Unicode Annex 9).
 */
export function bidiIsolate(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value,
    ]),
  );
}

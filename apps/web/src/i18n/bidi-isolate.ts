import type { Values } from './catalogs.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Texts that are put into a sentence which runs the other way, each on its own: an English name
 * with a comma or a number at its end would otherwise be torn apart (Unicode Annex 9).
 */
export function bidiIsolate(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value,
    ]),
  );
}
